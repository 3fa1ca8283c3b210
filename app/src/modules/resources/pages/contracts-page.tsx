import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { formatNumber, formatRupiah } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { methods } from '../contract.ts'
import { type ContractQuery, pageSize } from '../list-query.ts'
import type { ContractsData } from '../load-contracts.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { contractColumns } from './contract-columns.tsx'
import { InRupiah, overviewCrumb } from './parts.tsx'

type Props = { view: View; data: ContractsData }

export function ContractsPage({ view, data }: Props) {
  const { contract: say } = words[view.lang]
  const { programme, query, rows, total, sum } = data
  const href = (changed: Partial<ContractQuery>) =>
    resourcePaths.contracts(programme.slug, { ...query, page: 1, ...changed })
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.title}
      lead={say.lead}
      crumbs={[overviewCrumb(view, programme)]}
    >
      {total > 0 ? (
        <p class="govuk-body">{say.sum(formatNumber(view.lang, total), formatRupiah(view.lang, sum, 'full'))}</p>
      ) : null}
      <Tools view={view} data={data} />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <InRupiah />
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={contractColumns(view, programme.slug)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as ContractQuery['sort'], dir }) }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
    </BelowProgramme>
  )
}

function Tools({ view, data }: Props) {
  const { contract: say } = words[view.lang]
  const { programme, query, parties, suppliers } = data
  return (
    <ListTools
      action={resourcePaths.contracts(programme.slug)}
      label={say.search}
      q={query.q}
      hidden={query.sort === 'signed_on' ? {} : { sort: query.sort, dir: query.dir }}
      filters={[
        {
          name: 'requester',
          label: say.requester,
          value: query.requester,
          options: parties.map((one) => ({ value: one.organisationId, label: one.name })),
        },
        {
          name: 'supplier',
          label: say.supplier,
          value: query.supplier,
          options: suppliers.map((one) => ({ value: one.id, label: one.name })),
        },
        {
          name: 'method',
          label: say.method,
          value: query.method,
          options: methods.map((value) => ({ value, label: say.methods[value] })),
        },
      ]}
    />
  )
}

function None({ view, query }: { view: View; query: ContractQuery }) {
  const { contract: say, noneFoundRule } = words[view.lang]
  if (query.q || query.requester || query.supplier || query.method)
    return <Empty title={say.noneFound}>{noneFoundRule}</Empty>
  return <Empty title={say.none}>{say.noneRule}</Empty>
}
