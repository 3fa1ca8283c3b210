import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { maySignCharter } from '../charter.ts'
import { addSignature, changeCharter, chartersOf, signaturesOf } from '../store/charters.ts'
import { allParties } from '../store/parties.ts'
import { enterIntoForceWhenSigned } from './entering-into-force.ts'
import { lockedProgramme } from './locked-programme.ts'

/** The head of a party signs for it; with the last signature the version comes into force. */
export const signCharter = operation({
  name: 'sign-charter',
  summary: both('Menandatangani piagam atas nama satu pihak', 'Sign a charter for a party'),
  stepUp: true,
  input: z.object({ slug: z.string(), number: z.coerce.number().int().min(1), organisationId: z.uuid() }).strict(),
  async load(tx, { slug, number }) {
    const programme = await lockedProgramme(tx, slug)
    if (!programme) return undefined
    const version = (await chartersOf(tx, programme.id)).find((one) => one.number === number)
    if (!version) return undefined
    const signed = (await signaturesOf(tx, version.id)).map((signature) => signature.organisation_id)
    const current = (await allParties(tx, programme.id)).filter((party) => party.until === null)
    return { programme, charter: version, signed, partiesToday: current.map((party) => party.organisation_id) }
  },
  policy: (actor, { charter, signed, partiesToday }, { organisationId }) =>
    maySignCharter(actor, { version: charter, signed, partiesToday }, organisationId),
  async change(tx, { actor, input, subject: { programme, charter }, now, today }) {
    const personId = personOf(actor)
    const signature = { id: newId(now), charter_id: charter.id, organisation_id: input.organisationId, by_head: true }
    const origin = { person_id: personId, signed_on: today, created_at: now, created_by: personId }
    await addSignature(tx, { ...signature, ...origin })
    const version = await changeCharter(tx, charter.id, {})
    const entered = await enterIntoForceWhenSigned(tx, programme.id, { now, today, personId })
    const signed = {
      name: 'charter.signed',
      programmeId: programme.id,
      ownerId: input.organisationId,
      class: programme.class,
      subjectKind: 'charter',
      subjectId: charter.id,
      subjectVersion: version,
      payload: { number: charter.number, organisationId: input.organisationId },
    }
    return changed({ slug: programme.slug, number: charter.number, inForce: entered.length > 0 }, signed, ...entered)
  },
})
