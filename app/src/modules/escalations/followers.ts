import type { Tx } from '#kernel/database.ts'
import type { NumberedEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import { organisationNames } from '#modules/directory/public.ts'
import { programmeById, programmeName } from '#modules/programmes/public.ts'
import { formatDate } from '#ui/language.ts'
import type { Facts } from './escalation.ts'
import { escalationPaths } from './paths.ts'
import { headsOf, readFacts } from './store/read.ts'
import { mailWordsEn, mailWordsId } from './words-mail.ts'

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

/** Tells the heads who are asked, and whoever brought the matter of an answer. */
export function escalationMails(options: { baseUrl: string; clock: () => Date }): Follower {
  return {
    name: 'escalation-mails',
    classes: ['public', 'members'],
    wants: ['escalation.raised', 'escalation.answered'],
    async follow(tx, event) {
      if (options.clock().getTime() - event.at.getTime() > newsMs) return
      const facts = await readFacts(tx, event.subjectId)
      if (!facts) return
      await (event.name === 'escalation.raised' ? tellHeads : tellWhoAsked)(tx, event, facts, options)
    },
  }
}

type Options = { baseUrl: string; clock: () => Date }

async function tellHeads(tx: Tx, event: NumberedEvent, facts: Facts, { baseUrl, clock }: Options) {
  const programme = await programmeById(tx, facts.programme_id)
  if (!programme) return
  const from = await nameOf(tx, facts.owner_id)
  const url = `${baseUrl}${escalationPaths.answer(facts.id)}`
  for (const personId of await headsOf(tx, facts.programme_id, facts.asked, facts.raised_on)) {
    if (personId === facts.created_by) continue
    await queueMail(tx, clock(), {
      personId,
      eventId: event.id,
      write: (lang) => {
        const say = lang === 'id' ? mailWordsId : mailWordsEn
        const day = formatDate(lang, facts.needed_by)
        return {
          subject: say.raised(from, facts.question),
          body: say.raisedBody(programmeName(programme, lang), day, url),
        }
      },
    })
  }
}

async function tellWhoAsked(tx: Tx, event: NumberedEvent, facts: Facts, { baseUrl, clock }: Options) {
  const programme = await programmeById(tx, facts.programme_id)
  if (!programme || !facts.created_by) return
  const from = await nameOf(tx, String(event.payload.organisation))
  const url = `${baseUrl}${escalationPaths.one(facts.id)}`
  await queueMail(tx, clock(), {
    personId: facts.created_by,
    eventId: event.id,
    write: (lang) => {
      const say = lang === 'id' ? mailWordsId : mailWordsEn
      return {
        subject: say.answered(from, facts.question),
        body: say.answeredBody(programmeName(programme, lang), url),
      }
    },
  })
}

const nameOf = async (tx: Tx, id: string) => (await organisationNames(tx, [id])).get(id)?.name ?? ''
