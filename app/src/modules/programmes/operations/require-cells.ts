import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { contentOf } from '../charter.ts'
import { cellKey } from '../charter-lines.ts'
import { because, mayCoordinate } from '../rules.ts'
import { changeCharter } from '../store/charters.ts'
import { drafted, readCharterSubject } from './charter-subject.ts'

/** Which services the draft charter requires in which territories: "service|territory", by key and code. */
export const requireCells = operation({
  name: 'require-cells',
  summary: both('Memilih layanan wajib per wilayah', 'Choose services required by territory'),
  input: z.object({ slug: z.string(), cells: z.array(z.string().max(300)).max(20_000).default([]) }).strict(),
  load: (tx, { slug }) => readCharterSubject(tx, slug),
  policy: (actor, { programme }) => mayCoordinate(actor, programme),
  async change(tx, { input, subject: { programme, draft } }) {
    if (!draft) return refusedBecause(because('no-draft', (words) => words.noDraft))
    const wanted = new Set(input.cells)
    const pairs = draft.services.flatMap(({ key }) =>
      draft.territories.map(({ code }) => ({ service: key, territory: code })),
    )
    const cells = pairs.filter((cell) => wanted.has(cellKey(cell)))
    const version = await changeCharter(tx, draft.id, {}, { ...contentOf(draft), cells })
    return changed({ slug: programme.slug, cells: cells.length }, drafted(programme, { ...draft, version }))
  },
})
