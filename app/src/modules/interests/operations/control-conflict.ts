import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { controlMeasures, mayControl, partyDeciding, type StakesOf } from '../conflict.ts'
import { readControlFacts } from '../read-conflicts.ts'
import { addControl } from '../store/controls.ts'
import { words } from '../words.ts'

export const controlConflict = (stakes: StakesOf[]) =>
  operation({
    name: 'control-conflict',
    summary: both('Memutuskan pengendalian konflik kepentingan', 'Decides how an actual conflict is controlled'),
    input: z.strictObject({
      slug: z.string(),
      person: z.uuid(),
      /** Where the interest lies. */
      organisation: z.uuid(),
      measure: z.enum(controlMeasures),
      /** Of the same party; asked for with `substitute`. */
      substitute: z.uuid().optional(),
      /** Asked for with `suspended`. */
      until: z.iso.date().optional(),
      reason: z.string().trim().min(1).max(2000),
      lang: z.enum(['id', 'en']).default('id'),
    }),
    async load(tx, { slug, person }, { now }) {
      await lock(tx, person)
      return readControlFacts(tx, slug, person, jakartaDate(now), stakes)
    },
    policy: (actor, subject) => mayControl(actor, subject),
    async change(tx, { actor, input, subject, now, today }) {
      const conflict = subject.conflicts.find((one) => one.organisation_id === input.organisation)
      if (!conflict) return refused(wrong('organisation', 'otherConflict'))
      const { measure, reason, lang } = input
      const substitute_id = measure === 'substitute' ? (input.substitute ?? null) : null
      const until = measure === 'suspended' ? (input.until ?? null) : null
      const colleague = subject.colleagues.find((one) => one.id === substitute_id)
      if (measure === 'substitute' && !colleague) return refused(wrong('substitute', 'noSubstitute'))
      if (measure === 'suspended' && (until === null || until <= today)) return refused(wrong('until', 'noDay'))
      const { programme_id, person_id } = subject
      const owner_id = colleague?.organisation_id ?? partyDeciding(actor, subject)
      const about = { programme_id, owner_id, person_id, organisation_id: conflict.organisation_id }
      const control = await addControl(
        tx,
        { actor, now, today },
        { ...about, measure, substitute_id, until },
        { reason, lang },
      )
      const told = {
        name: 'conflict.controlled',
        programmeId: programme_id,
        ownerId: owner_id,
        class: 'public' as const,
      }
      return changed(
        { control },
        { ...told, subjectKind: 'person', subjectId: person_id, payload: { control, measure } },
      )
    },
  })

function wrong(field: string, code: keyof (typeof words)['id']['controls']['problem']): Problem {
  return problem(field, code, (lang) => words[lang].controls.problem[code])
}
