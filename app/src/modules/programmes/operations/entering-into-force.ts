import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { type CharterVersion, signers } from '../charter.ts'
import { listsOf } from '../store/charter-lists.ts'
import {
  addRequiredCells,
  changeCharter,
  chartersOf,
  ensureServices,
  ensureTerritories,
  requireRoles,
  signaturesOf,
} from '../store/charters.ts'
import { allParties } from '../store/parties.ts'

type Moment = { now: Date; today: string; personId: string | null }

/** A proposed version is in force once every lead and member party of it has signed. Returns what happened. */
export async function enterIntoForceWhenSigned(tx: Tx, programmeId: string, moment: Moment): Promise<NewEvent[]> {
  const versions = await chartersOf(tx, programmeId)
  const proposed = versions.find((version) => version.status === 'proposed')
  if (!proposed) return []
  const parties = (await allParties(tx, programmeId)).filter((party) => party.until === null)
  const signed = (await signaturesOf(tx, proposed.id)).map((signature) => signature.organisation_id)
  const needed = signers(
    proposed,
    parties.map((party) => party.organisation_id),
  )
  if (needed.length === 0 || needed.some((id) => !signed.includes(id))) return []
  const before = versions.find((version) => version.status === 'in-force')
  if (before) await changeCharter(tx, before.id, { status: 'superseded', superseded_on: moment.today })
  const version = await changeCharter(tx, proposed.id, { status: 'in-force', in_force_on: moment.today })
  await makeRows(tx, proposed, moment)
  return [entered({ ...proposed, version }, await listsOf(tx, proposed))]
}

async function makeRows(tx: Tx, charter: CharterVersion, { now, today, personId }: Moment) {
  const origin = { newId: () => newId(now), created_at: now, created_by: personId }
  await ensureServices(tx, charter.programme_id, charter.services, origin)
  await ensureTerritories(tx, charter.programme_id, charter.territories, origin)
  await addRequiredCells(tx, charter, origin)
  await requireRoles(tx, charter.programme_id, charter.roles, { ...origin, today })
}

function entered(charter: CharterVersion, lists: { cells: string; roles: string }): NewEvent {
  return {
    name: 'charter.entered-into-force',
    programmeId: charter.programme_id,
    ownerId: charter.owner_id,
    class: 'public',
    subjectKind: 'charter',
    subjectId: charter.id,
    subjectVersion: charter.version,
    payload: { number: charter.number, ...lists },
  }
}
