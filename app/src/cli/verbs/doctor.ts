import { statfsSync } from 'node:fs'
import { sql } from 'kysely'
import type { Deps } from '#kernel/web/request.ts'
import { InputError, print, type Verb, withDeps } from '../verb.ts'

type Finding = { what: string; ok: boolean; found: string }

/** Looks at what usually goes wrong; exit 1 when anything is. */
export const doctorVerb: Verb = {
  name: 'doctor',
  usage: '',
  about: 'checks the database, its roles, the disk and the queue of events',
  run: (args, config) =>
    withDeps(config, async (deps) => {
      const findings = [await version(deps), ...(await roles(deps)), await deadLetters(deps), disk(config.dataDir)]
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

async function deadLetters({ jobs }: Deps): Promise<Finding> {
  const { rows } = await sql<{ dead: number }>`
    with job as (select set_config('mufakat.kind', 'job', false))
    select count(f.number) as dead from job left join follower_failures f on f.dead_at is not null and f.settled_at is null`.execute(
    jobs.kysely,
  )
  const dead = rows[0]?.dead ?? 0
  return { what: 'events that a follower could not digest', ok: dead === 0, found: String(dead) }
}

function disk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = (bavail * bsize) / 1024 ** 3
  return { what: 'free disk', ok: free > 1, found: `${free.toFixed(1)} GiB` }
}
