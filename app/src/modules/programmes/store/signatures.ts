import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { CharterParty } from '../charter.ts'

export type SignedCharter = {
  number: number
  /** The day it was put up for signature; null where a file tells neither that nor any signature. */
  since: string | null
  parties: CharterParty[]
  signatures: { organisation_id: string; by_head: boolean; signed_on: string }[]
  /** Organisations that were parties on the day. */
  members: string[]
}

/** The newest version put up for signature by a day, with the signatures of that day. */
export async function newestCharter(tx: ReadTx, programmeId: string, day: string): Promise<SignedCharter | undefined> {
  const { rows } = await sql<SignedCharter>`
    select v.number, v.parties,
      case when v.proposed_on is not null or exists (select from charter_signatures s where s.charter_id = v.id)
        then coalesce(v.proposed_on, v.in_force_on) end as since,
      (select coalesce(json_agg(json_build_object('organisation_id', s.organisation_id, 'by_head', s.by_head, 'signed_on', s.signed_on)), '[]')
        from charter_signatures s where s.charter_id = v.id and s.signed_on <= ${day}) as signatures,
      array(select p.organisation_id from parties p where p.programme_id = v.programme_id
        and p.since <= ${day} and coalesce(p.until, 'infinity') >= ${day}) as members
    from charter_versions v
    where v.programme_id = ${programmeId} and v.status <> 'draft' and coalesce(v.proposed_on, v.in_force_on) <= ${day}
    order by v.number desc limit 1`.execute(tx)
  return rows[0]
}
