import type { JobActor } from '#kernel/access.ts'
import { type Tx, writeAs } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { Deps } from '#kernel/web/request.ts'
import { sealWho, sealWords } from './sealed.ts'

const sealer: JobActor = { kind: 'job', job: 'seal-requesters', classes: ['public'] }
const atOnce = 200

/** Seals what stood in clear before there were keys, and empties it. Meant for the start: afterwards there is nothing to do. */
export async function sealOldRequesters({ jobs }: Pick<Deps, 'jobs'>, now: Date): Promise<number> {
  let sealed = 0
  for (let done = atOnce; done >= atOnce; sealed += done)
    done = await writeAs(jobs, sealer, now, async (tx) => {
      const who = await sealRequesters(tx, jobs.keys, now)
      return Math.max(who, await sealTexts(tx, jobs.keys, now))
    })
  return sealed
}

async function sealRequesters(tx: Tx, keys: Keys, now: Date): Promise<number> {
  const rows = await tx
    .selectFrom('information_requesters')
    .select(['request_id', 'name', 'identity_number', 'email', 'phone', 'address'])
    .where('sealed', 'is', null)
    .where('erased_at', 'is', null)
    .limit(atOnce)
    .execute()
  const opened = await keys.all(idsOf(rows), now)
  const inClear = { name: null, identity_number: null, email: null, phone: null, address: null }
  for (const { request_id, name, identity_number, address, ...contact } of rows) {
    const key = opened.get(request_id)
    const who = { name: name ?? '', identity_number: identity_number ?? '', address: address ?? '', ...contact }
    // The hash of before was keyed by the installation's secret: it would outlive the key.
    const change = key ? sealWho(key, who) : { sealed: null, email_sealed: null, erased_at: now }
    await tx
      .updateTable('information_requesters')
      .set({ ...inClear, ...change, sent_hash: Buffer.alloc(0) })
      .where('request_id', '=', request_id)
      .execute()
  }
  return rows.length
}

async function sealTexts(tx: Tx, keys: Keys, now: Date): Promise<number> {
  const rows = await tx
    .selectFrom('information_request_texts')
    .select(['id', 'request_id', 'body', 'links'])
    .where('sealed', 'is', null)
    .where('erased_at', 'is', null)
    .limit(atOnce)
    .execute()
  const opened = await keys.all(idsOf(rows), now)
  for (const { id, request_id, body, links } of rows) {
    const key = opened.get(request_id)
    const change = key ? { sealed: sealWords(key, id, { body: body ?? '', links }) } : { sealed: null, erased_at: now }
    await tx
      .updateTable('information_request_texts')
      .set({ body: null, links: [], ...change })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

const idsOf = (rows: readonly { request_id: string }[]) => [...new Set(rows.map((row) => row.request_id))]
