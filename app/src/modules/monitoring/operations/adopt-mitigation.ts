import { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import type { Problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import type { ProgrammeReader } from '../programme-reader.ts'
import { mayAdopt } from '../rules.ts'
import { addMitigationMove, changeMitigation, lockMitigation, strengthOn } from '../store/mitigations.ts'
import { by, type Done, lang, mitigationEvent, sentence, wrong } from './acting.ts'

const input = z
  .object({
    mitigation: z.uuid(),
    owner: z.uuid(),
    person: z.uuid().optional(),
    reviewOn: z.iso.date(),
    note: sentence.optional(),
    lang,
  })
  .strict()

export const adoptMitigation = (programmes: ProgrammeReader) =>
  operation({
    name: 'adopt-mitigation',
    summary: both(
      'Menjalankan mitigasi dengan penanggung jawab dan tanggal tinjau',
      'Adopt a mitigation with an owner and a review date',
    ),
    input,
    load: (tx, { mitigation }) => lockMitigation(tx, mitigation),
    policy: (actor, mitigation) => mayAdopt(actor, mitigation),
    async change(tx, context) {
      const { subject: mitigation, input, today } = context
      const { programme_id: programmeId, detector } = mitigation
      const problems: Problem[] = []
      const parties = await programmes.partiesOn(tx, programmeId, today)
      if (!parties.some((party) => party.organisationId === input.owner)) problems.push(wrong('owner', 'not-a-party'))
      if (input.person) {
        const seated = await programmes.seatedOn(tx, programmeId, today)
        const holds = seated.some((one) => one.personId === input.person && one.organisationId === input.owner)
        if (!holds) problems.push(wrong('person', 'no-seat'))
      }
      if (input.reviewOn < addDays(today, 7)) problems.push(wrong('reviewOn', 'too-soon'))
      if (input.reviewOn > addDays(today, 366)) problems.push(wrong('reviewOn', 'too-late'))
      const strength = await strengthOn(tx, { programmeId, detector }, { upTo: today })
      if (!strength || strength.value === null) problems.push(wrong('', 'no-value'))
      if (problems.length > 0 || !strength || strength.value === null) return refused(...problems)
      const terms = { owner_id: input.owner, person_id: input.person ?? null, review_on: input.reviewOn }
      const version = await changeMitigation(tx, mitigation, { state: 'adopted', ...terms })
      await addMitigationMove(tx, by(context), {
        mitigation_id: mitigation.id,
        kind: 'adopted',
        ...terms,
        evaluation_id: strength.evaluationId,
        base_value: strength.value,
        note: input.note ?? null,
        lang: input.lang,
      })
      const done: Done = { mitigation: mitigation.id, obstacle: mitigation.obstacle_id, version }
      const told = { detector, base: strength.value, reviewOn: input.reviewOn }
      return changed(done, mitigationEvent('adopted', { ...mitigation, owner_id: input.owner }, version, told))
    },
  })
