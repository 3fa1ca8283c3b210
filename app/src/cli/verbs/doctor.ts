import { statfsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import { readHolidays } from '#kernel/calendar/stored.ts'
import { jakartaDate, readAs } from '#kernel/database.ts'
import { newFileKey } from '#kernel/files.ts'
import { readWrappingKeys } from '#kernel/keys/wrapping-key.ts'
import { pendingMigrations } from '#kernel/migrate.ts'
import type { Deps } from '#kernel/web/request.ts'
import { inspectFiles } from '#modules/documents/sweep.ts'
import { countStanding } from '#modules/erasures/erasing.ts'
import { secretsFolder, standingOf } from '#modules/transparency/public.ts'
import { erasables } from '../../erasables.ts'
import { sourceDir } from '../../start/databases.ts'
import { InputError, print, type Verb, withDeps } from '../verb.ts'

const doctor: JobActor = { kind: 'job', job: 'doctor', classes: ['public'] }

type Finding = { what: string; ok: boolean; found: string }

/** Looks at what usually goes wrong; exit 1 when anything is. */
export const doctorVerb: Verb = {
  name: 'doctor',
  usage: '',
  about:
    'checks the database and the keys database, roles, disk, file storage and every file in it, the virus scanner, the queue of events and the public log',
  run: (args, config) =>
    withDeps(config, async (deps, place) => {
      const schema = [await migrations(place.adminUrl), await jobQueue(deps), await holidays(deps)]
      const findings = [
        await version(deps),
        ...(await roles(deps)),
        ...schema,
        await deadLetters(deps),
        ...(await files(deps)),
        ...(await virusScanner(deps)),
        await publicLog(deps),
        await keysDatabase(deps),
        await wrappingKey(deps),
        await erasedAgain(deps),
        disk(config.dataDir),
      ]
      const lines = findings.map(({ what, ok, found }) => `${ok ? 'ok  ' : 'BAD '} ${what}: ${found}`)
      print(args, { findings }, lines.join('\n'))
      if (findings.some((finding) => !finding.ok)) throw new InputError('something needs attention')
    }),
}

async function version({ db }: Deps): Promise<Finding> {
  const { rows } = await sql<{ number: number }>`select current_setting('server_version_num')::int as number`.execute(
    db.kysely,
  )
  const number = rows[0]!.number
  return { what: 'PostgreSQL', ok: number >= 150_000, found: String(Math.floor(number / 10_000)) }
}

async function roles({ db, jobs }: Deps): Promise<Finding[]> {
  const query = sql<{ name: string; strong: boolean }>`
    select rolname as name, (rolsuper or rolbypassrls) as strong from pg_roles where rolname = current_user`
  const found = [await query.execute(db.kysely), await query.execute(jobs.kysely)].flatMap(({ rows }) => rows)
  return found.map(({ name, strong }) => ({
    what: `role ${name}`,
    ok: !strong,
    found: strong ? 'bypasses row-level security' : 'bound by row-level security',
  }))
}

async function migrations(adminUrl: string): Promise<Finding> {
  const missing = await pendingMigrations(adminUrl, sourceDir)
  return {
    what: 'schema',
    ok: missing.length === 0,
    found: missing.length === 0 ? 'newest' : `lacks ${missing.join(', ')}`,
  }
}

async function jobQueue({ jobs }: Deps): Promise<Finding> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(
    jobs.kysely,
  )
  const there = rows[0]!.there
  return { what: 'job queue', ok: there, found: there ? 'made' : 'missing: run mufakat migrate' }
}

/** Deadlines in working days need the holidays of the year that they end in. */
async function holidays({ jobs, clock }: Deps): Promise<Finding> {
  const now = clock()
  const year = Number(jakartaDate(new Date(now.getTime() + 30 * 86_400_000)).slice(0, 4))
  const { length } = await readAs(jobs, doctor, now, (tx) =>
    readHolidays(tx, { first: `${year}-01-01`, last: `${year}-12-31` }),
  )
  return { what: `holidays of ${year}`, ok: length > 0, found: String(length) }
}

async function deadLetters({ jobs, clock }: Deps): Promise<Finding> {
  const dead = await readAs(jobs, doctor, clock(), async (tx) => {
    const { rows } = await sql<{ dead: number }>`
      select count(*) as dead from follower_failures where dead_at is not null and settled_at is null`.execute(tx)
    return rows[0]!.dead
  })
  return { what: 'events that a follower could not digest', ok: dead === 0, found: String(dead) }
}

/** A few bytes go up, come down and are removed; then every file that a row names is read. */
async function files(deps: Deps): Promise<Finding[]> {
  const what = 'file storage'
  const key = newFileKey()
  try {
    await deps.files.put(key, Readable.from([Buffer.from(key)]))
    const same = String(await buffer((await deps.files.get(key))!)) === key
    await deps.files.remove(key)
    const found = deps.config.s3 ? `bucket ${deps.config.s3.bucket}` : 'disk'
    return [{ what, ok: same, found: same ? found : 'gives back other bytes' }, await filesOfRows(deps)]
  } catch (error) {
    return [{ what, ok: false, found: (error as Error).message }]
  }
}

async function filesOfRows(deps: Deps): Promise<Finding> {
  const { rows, lost, changed } = await inspectFiles(deps)
  const bad = [...lost.map((key) => `${key} is lost`), ...changed.map((key) => `${key} has changed`)]
  return { what: 'files of documents', ok: bad.length === 0, found: bad.length > 0 ? bad.join(', ') : String(rows) }
}

async function virusScanner({ scanner }: Deps): Promise<Finding[]> {
  const what = 'virus scanner'
  if (!scanner) return []
  return [
    await scanner.version().then(
      (found) => ({ what, ok: found.startsWith('ClamAV '), found }),
      (error: Error) => ({ what, ok: false, found: error.message }),
    ),
  ]
}

/** Before the first start there is none; what refuses to sign says why. */
async function publicLog({ jobs, clock, config }: Deps): Promise<Finding> {
  const standing = await standingOf({ jobs, folder: secretsFolder(config), clock })
  const what = 'public log'
  if (standing.kind === 'signing')
    return { what, ok: standing.behind < 10_000, found: `${standing.size} events signed, ${standing.behind} waiting` }
  return { what, ok: standing.refusal === 'no-identity', found: standing.why }
}

/** A database that was put back holds people again who were erased; the next start erases them again. */
async function erasedAgain(deps: Deps): Promise<Finding> {
  const what = 'erased people in this database'
  try {
    const standing = await countStanding({ ...deps, erasables })
    return { what, ok: standing === 0, found: standing === 0 ? 'none' : `${standing}: start Mufakat once` }
  } catch (error) {
    return { what, ok: false, found: (error as Error).message }
  }
}

/** Lost or wrong, what was sealed stays closed: the operator must know before somebody needs it. */
async function keysDatabase({ db }: Deps): Promise<Finding> {
  const standing = await db.keys.standing()
  const what = 'keys database'
  if (standing.kind !== 'open') return { what, ok: false, found: standing.why }
  const { keys, tombstones } = await db.keys.count()
  return { what, ok: true, found: `${keys} keys, ${tombstones} tombstones` }
}

/** A change of the key-encryption key that was cut short leaves two of them. */
async function wrappingKey({ db, config }: Deps): Promise<Finding> {
  const what = 'key-encryption key'
  try {
    const wrappings = await db.keys.wrappings()
    const [one, other] = wrappings.filter(({ retired }) => !retired)
    if (!one) return { what, ok: false, found: 'none is known to the keys database' }
    if (other) return { what, ok: false, found: `${one.keys} of ${one.keys + other.keys} keys to wrap anew: ${goesOn}` }
    const isAlone = readWrappingKeys(config.dataDir).length === 1
    if (!isAlone) return { what, ok: false, found: `a second one is in the secrets folder: ${goesOn}` }
    return { what, ok: true, found: `${one.fingerprint} of ${jakartaDate(one.since)} wraps every key` }
  } catch (error) {
    return { what, ok: false, found: (error as Error).message }
  }
}

const goesOn = 'mufakat keys rotate goes on with it'

function disk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = (bavail * bsize) / 1024 ** 3
  return { what: 'free disk', ok: free > 1, found: `${free.toFixed(1)} GiB` }
}
