import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import type { DecisionLinks } from '../links.ts'
import { mayLink } from '../rules.ts'
import { addDetail, type By, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

type Row = { kind: 'objective' | 'task' | 'document'; record_id?: string; title?: string; url?: string }

/** Links a document, an objective or a task; which records there are, other modules say. */
export const linkDecision = (links: DecisionLinks) =>
  operation({
    name: 'link-decision',
    summary: both('Mengaitkan dokumen, sasaran, atau tugas', 'Links a document, an objective or a task'),
    input: z.strictObject({
      decision,
      title: z.string().trim().max(300).optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional(),
      objective: z.uuid().optional(),
      task: z.uuid().optional(),
    }),
    load: loadFacts,
    policy: (actor, subject) => mayLink(actor, subject),
    async change(tx, { actor, input, subject, now, today }) {
      const { title, url, objective, task } = input
      if (Boolean(title) !== Boolean(url)) return refused(wrong(title ? 'url' : 'title', 'halfDocument'))
      const programme = { id: subject.programme_id, slug: subject.slug }
      for (const [kind, id] of [
        ['objective', objective],
        ['task', task],
      ] as const) {
        if (!id) continue
        const known = await links.choices(tx, programme, kind, 'id')
        if (!known.some((one) => one.id === id)) return refused(wrong(kind, 'otherProgramme'))
      }
      const rows: Row[] = []
      if (title && url) rows.push({ kind: 'document', title, url })
      if (objective) rows.push({ kind: 'objective', record_id: objective })
      if (task) rows.push({ kind: 'task', record_id: task })
      if (rows.length === 0) return refused(wrong('title', 'noLink'))
      await addAll(tx, { actor, now, today }, subject.id, rows)
      const version = await touch(tx, subject)
      const done: Done = { decision: subject.id, version }
      const payload = { kinds: rows.map((row) => row.kind) }
      return changed(done, decisionEvent('decision.linked', subject, version, payload))
    },
  })

async function addAll(tx: Tx, by: By, decisionId: string, rows: Row[]): Promise<void> {
  for (const row of rows) await addDetail(tx, by, 'decision_links', { decision_id: decisionId, ...row })
}
