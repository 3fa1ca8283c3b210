import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayDeclareSkill } from '../person.ts'
import { skillsOf } from '../store/read-people.ts'
import { endSkillRow } from '../store/write-people.ts'
import { loadOfficial, personEvent } from './subject.ts'

export const removeSkill = operation({
  name: 'remove-skill',
  summary: both('Menghapus keahlian sendiri', 'Removes a skill of one’s own'),
  input: z.strictObject({ personId: z.uuid(), skillId: z.uuid() }),
  async load(tx, { personId, skillId }, { actor }) {
    const person = await loadOfficial(tx, personId, actor)
    const skill = (await skillsOf(tx, [personId])).find((one) => one.id === skillId)
    return person && skill && { person, skill }
  },
  policy: (actor, { person }) => mayDeclareSkill(actor, person.id),
  async change(tx, { subject: { person, skill }, now }) {
    await endSkillRow(tx, now, skill.id)
    return changed({ id: person.id }, personEvent('person.skill-removed', person.id, { skill: skill.id }))
  },
})
