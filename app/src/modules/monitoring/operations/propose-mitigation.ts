import { z } from 'zod'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayPropose } from '../rules.ts'
import { addProposal } from '../store/mitigations.ts'
import { obstacleById } from '../store/read-obstacles.ts'
import { by, type Done, lang, mitigationEvent } from './acting.ts'

export const proposeMitigation = operation({
  name: 'propose-mitigation',
  summary: both('Mengusulkan langkah terhadap hambatan', 'Propose a step against an obstacle'),
  input: z.object({ obstacle: z.uuid(), text: z.string().trim().min(1).max(500), lang }).strict(),
  async load(tx, input) {
    await lock(tx, input.obstacle)
    return obstacleById(tx, input.obstacle)
  },
  policy: (actor, obstacle) => mayPropose(actor, obstacle),
  async change(tx, context) {
    const { subject: obstacle, input } = context
    const proposal = {
      programme_id: obstacle.programmeId,
      owner_id: obstacle.ownerId,
      class: obstacle.class,
      obstacle_id: obstacle.id,
      text: input.text,
      lang: input.lang,
    }
    const id = await addProposal(tx, by(context), proposal)
    const done: Done = { mitigation: id, obstacle: obstacle.id, version: 1 }
    return changed(done, mitigationEvent('proposed', { ...proposal, id }, 1))
  },
})
