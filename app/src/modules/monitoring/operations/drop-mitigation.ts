import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayDrop } from '../rules.ts'
import { addMitigationMove, changeMitigation, lockMitigation } from '../store/mitigations.ts'
import { by, type Done, lang, mitigationEvent, sentence } from './acting.ts'

export const dropMitigation = operation({
  name: 'drop-mitigation',
  summary: both('Membatalkan langkah mitigasi', 'Drop a mitigation'),
  input: z.object({ mitigation: z.uuid(), reason: sentence, lang }).strict(),
  load: (tx, { mitigation }) => lockMitigation(tx, mitigation),
  policy: (actor, mitigation) => mayDrop(actor, mitigation),
  async change(tx, context) {
    const { subject: mitigation, input } = context
    const version = await changeMitigation(tx, mitigation, { state: 'dropped' })
    await addMitigationMove(tx, by(context), {
      mitigation_id: mitigation.id,
      kind: 'dropped',
      note: input.reason,
      lang: input.lang,
    })
    const done: Done = { mitigation: mitigation.id, obstacle: mitigation.obstacle_id, version }
    return changed(done, mitigationEvent('dropped', mitigation, version, { from: mitigation.state }))
  },
})
