import { formatNumber } from '#ui/language.ts'
import type { Column } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { ContractsData } from '../load-contracts.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Amount, LineTitle } from './parts.tsx'

type Row = ContractsData['rows'][number]

/** In the register and on the page of the line that pays. */
export function contractColumns(view: View, slug: string): Column<Row>[] {
  const { contract: say } = words[view.lang]
  return [
    {
      label: say.one,
      head: true,
      sort: 'title',
      cell: (row) => (
        <>
          <a class="govuk-link" href={resourcePaths.contract(slug, row.id)}>
            <LineTitle of={row} />
          </a>
          <span class="mf-small mf-muted mf-after">{row.number}</span>
        </>
      ),
    },
    { label: say.requester, cell: (row) => <Recorded lang="id">{row.requester}</Recorded> },
    { label: say.supplier, cell: (row) => <Recorded lang="id">{row.supplier}</Recorded> },
    { label: say.method, cell: (row) => say.methods[row.method] },
    { label: say.bids, numeric: true, sort: 'bids', cell: (row) => formatNumber(view.lang, row.bids) },
    {
      label: say.value,
      numeric: true,
      sort: 'present_value',
      cell: (row) =>
        row.annulled_on ? (
          <>
            <s>
              <Amount of={row.present_value} />
            </s>
            <span class="mf-small mf-muted mf-after">{say.annulled}</span>
          </>
        ) : (
          <Amount of={row.present_value} />
        ),
    },
    { label: say.signedOn, sort: 'signed_on', cell: (row) => <Time at={row.signed_on} /> },
  ]
}
