import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Facts } from '#ui/facts.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber, formatRupiah } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { ActTime, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { titleIn } from '../budget-line.ts'
import type { ContractData } from '../load-contracts.ts'
import { ocidOf } from '../ocds.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Amount, InRupiah, LineTitle, overviewCrumb } from './parts.tsx'

type Props = { view: View; data: ContractData }

export function ContractPage({ view, data, more }: Props & { more: Child[] }) {
  const { contract: say, membersOnly } = words[view.lang]
  const { programme, contract } = data
  const { slug } = programme
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={titleIn(view.lang, contract).text}
      lead={`${say.one} ${contract.number}`}
      crumbs={[overviewCrumb(view, programme), { href: resourcePaths.contracts(slug), label: say.title }]}
    >
      {contract.annulled_on ? <Notice kind="attention" text={say.annulled} /> : null}
      {contract.class === 'members' ? <p class="mf-small mf-muted">{membersOnly}</p> : null}
      <Facts items={factsOf(view, data)} />
      {view.person && !contract.annulled_on ? (
        <Acts
          view={view}
          acts={[
            {
              id: 'change',
              href: resourcePaths.changeContract(slug, contract.id),
              label: say.change.title,
              verdict: data.mayKeep,
            },
          ]}
        />
      ) : null}
      <ChangesPart view={view} data={data} />
      {more}
    </BelowProgramme>
  )
}

function factsOf(view: View, { contract, line, programme }: ContractData) {
  const { contract: say, hiddenLine } = words[view.lang]
  const { slug } = programme
  const money = (amount: number) => formatRupiah(view.lang, amount, 'full')
  const among = (label: string, name: string, query: Record<string, string>) => ({
    label,
    value: (
      <a class="govuk-link" href={resourcePaths.contracts(slug, query)}>
        <Recorded lang="id">{name}</Recorded>
      </a>
    ),
  })
  const ocid = ocidOf(contract)
  return [
    { label: say.presentValue, value: <strong>{money(contract.present_value)}</strong> },
    { label: say.firstValue, value: money(contract.value) },
    { label: say.signedOn, value: <Time at={contract.signed_on} /> },
    among(say.requester, contract.requester, { requester: contract.requester_id }),
    among(say.supplier, contract.supplier, { supplier: contract.supplier_id }),
    { label: say.payer, value: <Recorded lang="id">{contract.payer}</Recorded> },
    { label: say.method, value: say.methods[contract.method] },
    { label: say.bids, value: formatNumber(view.lang, contract.bids) },
    {
      label: say.line,
      value: line ? (
        <a class="govuk-link" href={resourcePaths.line(slug, line.id)}>
          {line.code} <LineTitle of={line} />
        </a>
      ) : (
        hiddenLine
      ),
    },
    ...(ocid ? [{ label: say.ocid, value: ocid }] : []),
  ]
}

function ChangesPart({ view, data }: Props) {
  const { contract: say, because, who, at } = words[view.lang]
  const { contract, changes } = data
  const columns: Column<ContractData['changes'][number]>[] = [
    { label: at, head: true, cell: (row) => <ActTime at={row.at} /> },
    { label: say.to, numeric: true, cell: (row) => (row.value === null ? say.annulled : <Amount of={row.value} />) },
    { label: because, cell: (row) => <Recorded lang={contract.lang}>{row.because}</Recorded> },
    { label: who, cell: (row) => row.person ?? <Recorded lang="id">{contract.payer}</Recorded> },
  ]
  return (
    <Section id="k-perubahan" title={say.changes}>
      {changes.length === 0 ? (
        <p class="govuk-body mf-muted">{say.noChanges}</p>
      ) : (
        <>
          <InRupiah />
          <div class="mf-panel">
            <Table caption={say.changes} rows={changes} columns={columns} />
          </div>
        </>
      )}
    </Section>
  )
}
