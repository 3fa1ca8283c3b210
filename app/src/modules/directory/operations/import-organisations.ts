import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { columnMapSchema } from '#kernel/tabular/column-map.ts'
import { importSays, listLimits, readList } from '../importing/read-list.ts'
import { runImport } from '../importing/run-import.ts'
import { mayAddOrganisation } from '../organisation.ts'

export const importOrganisations = operation({
  name: 'import-organisations',
  summary: both(
    'Mengimpor daftar instansi; seluruhnya masuk atau tidak sama sekali',
    'Imports a list of organisations, all or nothing',
  ),
  input: z.strictObject({
    /** The table as text: CSV or parted by semicolons, tabs or bars. */
    table: z.string().min(1).max(listLimits.maxBytes),
    map: columnMapSchema.optional(),
    source: z.string().trim().max(60).optional(),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .optional(),
    lang: z.enum(['id', 'en']).optional(),
  }),
  load: async () => ({}),
  policy: (actor) => mayAddOrganisation(actor),
  async change(tx, { actor, input, now }) {
    const { map, source, country, lang } = input
    if (map && map.target !== 'organisations')
      return refused(
        problem(
          'map',
          'target',
          importSays((say) => say.problems.target),
        ),
      )
    const list = readList(Buffer.from(input.table), map && (() => map))
    if ('text' in list) return refused(problem(list.field, 'unreadable', list.text))
    const { records, report } = list
    if (records.length === 0)
      return refused(
        problem(
          'table',
          'nothing',
          importSays((say) => say.problems.nothingToDo),
        ),
      )
    const options = { source, map: list.map, country: country?.toUpperCase(), lang }
    const { id, plan, events } = await runImport(tx, actor, now, records, report, options)
    return changed({ id, report, notes: plan.notes }, ...events)
  },
})
