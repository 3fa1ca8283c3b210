import { jakartaDate } from '#kernel/database.ts'
import { type Followers, startFollowers } from '#kernel/followers.ts'
import { type Jobs, startJobs } from '#kernel/jobs.ts'
import { forgetOldMails } from '#kernel/mail/forget.ts'
import { startMailer } from '#kernel/mail/send.ts'
import { startSequencer } from '#kernel/sequencer.ts'
import { forgetOldSignIns } from '#kernel/session/forget.ts'
import { forgetOldSubmissions } from '#kernel/submissions.ts'
import type { Deps } from '#kernel/web/request.ts'
import { expireClassifications } from '#modules/classification/expiry.ts'
import { scanReleasedFiles, scanTexts } from '#modules/classification/scan-texts.ts'
import { sendDigests } from '#modules/discussions/digests.ts'
import { startFileTexts } from '#modules/documents/read-texts.ts'
import { sweepFiles } from '#modules/documents/sweep.ts'
import { eraseAgain } from '#modules/erasures/erasing.ts'
import { startArchives } from '#modules/opendata/archive/make.ts'
import { eraseOldRequesters } from '#modules/requests/retention.ts'
import { readWitnesses, secretsFolder, startSigner, startWitnessing } from '#modules/transparency/public.ts'
import { erasables } from '../erasables.ts'
import { allFollowers } from '../followers.ts'
import { discussedSubjects, houseMonitoring } from '../modules.ts'
import { openDatasets } from '../open-data.ts'
import { publishedTexts } from '../published-texts.ts'
import type { Place } from './databases.ts'

/** What goes on after requests are answered. Every process of the app runs it; locks in the database keep it single. */
export type Background = {
  jobs: Jobs
  /** Resolves when every committed event has its number, every follower has seen it and the public log has it. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export async function startBackground(deps: Deps, place: Pick<Place, 'jobsUrl'>): Promise<Background> {
  const { clock, log, metrics, config } = deps
  const jobs = await startJobs({ url: place.jobsUrl, log })
  const following: Followers = await startFollowers({
    jobs: deps.jobs,
    followers: allFollowers(deps, jobs),
    boss: jobs.boss,
    clock,
    log,
    metrics,
  })
  const signer = startSigner({ jobs: deps.jobs, folder: secretsFolder(config), clock, log, metrics })
  const witnessing = startWitnessing({ jobs: deps.jobs, witnesses: readWitnesses(config), clock, log, metrics })
  const onNumbered = () => {
    following.wake()
    signer.wake()
  }
  const sequencer = startSequencer({ jobs: deps.jobs, listenUrl: place.jobsUrl, clock, log, metrics, onNumbered })
  const mailer = startMailer({
    jobs: deps.jobs,
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM,
    secret: deps.secret,
    clock,
    log,
  })
  const archives = startArchives({ ...deps, baseUrl: config.BASE_URL }, openDatasets)
  const fileTexts = startFileTexts(deps)
  await schedule(jobs, deps)
  return {
    jobs,
    async idle() {
      await sequencer.idle()
      await following.idle()
      await signer.idle()
    },
    async stop() {
      await sequencer.stop()
      await following.stop()
      await signer.stop()
      await witnessing.stop()
      await mailer.stop()
      await archives.stop()
      await fileTexts.stop()
      await jobs.stop()
    },
  }
}

/** What runs by the clock, in the time of the jurisdiction. */
async function schedule(jobs: Jobs, deps: Deps): Promise<void> {
  const { clock } = deps
  await jobs.schedule(
    'forget-old-sign-ins',
    '30 3 * * *',
    async () => void (await forgetOldSignIns(deps.jobs, clock())),
  )
  await jobs.schedule('weekly-evaluation', '0 1 * * 1', async () => {
    await houseMonitoring.evaluateAll(deps, jakartaDate(clock()))
  })
  await jobs.schedule(
    'forget-old-submissions',
    '45 3 * * *',
    async () => void (await forgetOldSubmissions(deps.jobs, clock())),
  )
  await jobs.schedule('forget-old-mails', '15 3 * * *', async () => void (await forgetOldMails(deps.jobs, clock())))
  await jobs.schedule('sweep-files', '30 2 * * *', async () => void (await sweepFiles(deps)))
  await jobs.schedule('scan-public-texts', '10 2 * * *', async () => {
    await scanTexts(deps, publishedTexts)
    await scanReleasedFiles(deps)
  })
  await jobs.schedule('erase-requesters', '20 3 * * *', async () => void (await eraseOldRequesters(deps, clock())))
  await jobs.schedule('erase-again', '10 * * * *', async () => void (await eraseAgain({ ...deps, erasables })))
  await jobs.schedule('discussion-digests', '0 7 * * *', async () => void (await sendDigests(deps, discussedSubjects)))
  await jobs.schedule(
    'expire-classifications',
    '5 0 * * *',
    async () => void (await expireClassifications(deps, clock())),
  )
}
