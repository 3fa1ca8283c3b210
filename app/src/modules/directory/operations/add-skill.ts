import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayDeclareSkill } from '../person.ts'
import { skillsOf } from '../store/read-people.ts'
import { addSkillRow } from '../store/write-people.ts'
import { peopleSays } from './post-input.ts'
import { loadOfficial, personEvent } from './subject.ts'

export const addSkill = operation({
  name: 'add-skill',
  summary: both('Menyatakan keahlian sendiri', 'Declares a skill of one’s own'),
  input: z.strictObject({
    personId: z.uuid(),
    skill: z.string().trim().min(2).max(80),
    lang: z.enum(['id', 'en']).optional(),
  }),
  load: (tx, input, { actor }) => loadOfficial(tx, input.personId, actor),
  policy: (actor, person) => mayDeclareSkill(actor, person.id),
  async change(tx, { actor, input, subject, now }) {
    const known = (await skillsOf(tx, [subject.id])).map((one) => one.skill.toLowerCase())
    if (known.includes(input.skill.toLowerCase()))
      return refused(
        problem(
          'skill',
          'known',
          peopleSays((say) => say.problems.knownSkill),
        ),
      )
    const skill = await addSkillRow(tx, { actor, now }, subject.id, input.skill, input.lang ?? 'id')
    return changed({ id: subject.id, skill }, personEvent('person.skill-added', subject.id, { skill }))
  },
})
