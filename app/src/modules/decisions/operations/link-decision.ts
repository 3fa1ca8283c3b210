import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { newlyConcerned } from '../concerned-suppliers.ts'
import { type DecisionLinks, type LinkKind, linkFields } from '../links.ts'
import { mayLink } from '../rules.ts'
import { isBoundTo } from '../store/stakes.ts'
import { addDetail, type By, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

type Row = { kind: LinkKind | 'document'; record_id?: string; title?: string; url?: string }

/** Links a document, an objective, a task, a budget line or a resource; which records there are, other modules say. */
export const linkDecision = (links: DecisionLinks) =>
  operation({
    name: 'link-decision',
    summary: both(
      'Mengaitkan dokumen, sasaran, tugas, pos anggaran, atau sumber daya',
      'Links a document, an objective, a task, a budget line or a resource',
    ),
    input: z.strictObject({
      decision,
      title: z.string().trim().max(300).optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional(),
      objective: z.uuid().optional(),
      task: z.uuid().optional(),
      budgetLine: z.uuid().optional(),
      resource: z.uuid().optional(),
    }),
    load: loadFacts,
    policy: (actor, subject) => mayLink(actor, subject),
    async change(tx, { actor, input, subject, now, today }) {
      const { title, url } = input
      if (Boolean(title) !== Boolean(url)) return refused(wrong(title ? 'url' : 'title', 'halfDocument'))
      const programme = { id: subject.programme_id, slug: subject.slug }
      const rows: Row[] = title && url ? [{ kind: 'document', title, url }] : []
      for (const [field, kind] of linkFields) {
        const record_id = input[field]
        if (!record_id) continue
        const known = await links.choices(tx, programme, kind, 'id', [record_id])
        if (!known.some((one) => one.id === record_id)) return refused(wrong(field, 'otherProgramme'))
        rows.push({ kind, record_id })
      }
      if (rows.length === 0) return refused(wrong('title', 'noLink'))
      const by = { actor, now, today }
      const suppliers = input.budgetLine ? await newlyConcerned(tx, links, actor, subject, input.budgetLine) : []
      if (await isBoundTo(tx, personOf(actor), suppliers)) return refused(wrong('budgetLine', 'boundToSupplier'))
      for (const organisation_id of suppliers)
        await addDetail(tx, by, 'decision_concerned', {
          decision_id: subject.id,
          organisation_id,
          relation: 'supplier',
        })
      await addAll(tx, by, subject.id, rows)
      const version = await touch(tx, subject)
      const done: Done = { decision: subject.id, version }
      const payload = { kinds: rows.map((row) => row.kind), concerned: suppliers }
      return changed(done, decisionEvent('decision.linked', subject, version, payload))
    },
  })

async function addAll(tx: Tx, by: By, decisionId: string, rows: Row[]): Promise<void> {
  for (const row of rows) await addDetail(tx, by, 'decision_links', { decision_id: decisionId, ...row })
}
