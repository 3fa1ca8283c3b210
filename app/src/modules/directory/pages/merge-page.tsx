import type { FormProps } from '#kernel/web/form.tsx'
import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Rows } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { countryName } from '../importing/countries.ts'
import type { Kept } from '../organisation.ts'
import { directoryPaths } from '../paths.ts'
import type { MergeData } from '../read-merging.ts'
import { words } from '../words.ts'
import { mergingWords } from '../words-merging.ts'
import { organisationCrumbs } from './directory-form.tsx'
import { WebAddress } from './web-address.tsx'

type Props = { view: View; form: FormProps; data: MergeData }

export function MergePage({ view, form, data }: Props) {
  const say = mergingWords[view.lang]
  const { from, target } = data
  return (
    <Page view={view} title={say.merge} breadcrumbs={organisationCrumbs(view, from)} state={form.state}>
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{say.merge}</h1>
      <p class="govuk-body-l">{say.mergeLead(from.name)}</p>
      {target ? <Preview view={view} form={form} data={data} target={target} /> : <Choose view={view} data={data} />}
    </Page>
  )
}

function Choose({ view, data }: { view: View; data: MergeData }) {
  const say = mergingWords[view.lang]
  const { from, q, found } = data
  return (
    <>
      <ListTools action={directoryPaths.merger(from.id)} label={say.find} q={q} />
      {found.length === 0 ? (
        <Empty title={say.nobody(q)} />
      ) : (
        <div class="mf-panel" id="f-into">
          <Table
            caption={say.chooseHead}
            captionShown
            rows={found}
            columns={[
              { label: words[view.lang].name, head: true, cell: (one) => one.name },
              { label: words[view.lang].acronym, cell: (one) => one.acronym ?? words[view.lang].none_ },
              { label: words[view.lang].country, cell: (one) => countryName(view.lang, one.country) },
              {
                label: say.choose,
                plain: true,
                cell: (one) => (
                  <ButtonLink small secondary href={directoryPaths.merger(from.id, one.id)} about={one.name}>
                    {say.choose}
                  </ButtonLink>
                ),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

function Preview({ view, form, data, target }: Props & { target: Kept }) {
  const say = mergingWords[view.lang]
  const { from, moves, inProgrammes, may } = data
  const number = (value: number) => formatNumber(view.lang, value)
  const moving = [
    { label: say.names, value: number(moves.names) },
    { label: say.identifiers, value: number(moves.identifiers) },
    { label: say.posts, value: number(moves.posts) },
    { label: say.children, value: number(moves.children) },
  ]
  return (
    <Section id="f-into" title={say.preview} intro={say.forwards(from.name)}>
      <Compare view={view} from={from} target={target} areas={data.areas} />
      <Section id="h-moves" title={say.moves} intro={say.factsStay}>
        <Rows items={moving} />
      </Section>
      {inProgrammes ? <Notice kind="attention" text={say.partyNote} /> : null}
      {may === true ? (
        <Form action={form.action} formKey={form.key} hidden={{ into: target.id }}>
          <div class="mf-actions mf-actions--end">
            <SubmitButton>{say.submit}</SubmitButton>
            <ButtonLink secondary href={directoryPaths.merger(target.id, from.id)}>
              {say.swap}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <DisabledButton id="merge" reason={may.text(view.lang)}>
          {say.submit}
        </DisabledButton>
      )}
    </Section>
  )
}

function Compare({ view, from, target, areas }: { view: View; from: Kept; target: Kept; areas: Map<string, string> }) {
  const say = mergingWords[view.lang]
  const own = words[view.lang]
  const rows = [
    { fact: own.name, of: (one: Kept) => <Recorded lang={one.lang}>{one.name}</Recorded> },
    { fact: own.acronym, of: (one: Kept) => one.acronym ?? own.none_ },
    { fact: own.kind, of: (one: Kept) => own.kinds[one.kind] },
    { fact: own.area, of: (one: Kept) => areas.get(one.territory_code ?? '') ?? one.territory_code ?? own.none_ },
    { fact: own.country, of: (one: Kept) => countryName(view.lang, one.country) },
    { fact: own.website, of: (one: Kept) => (one.website ? <WebAddress address={one.website} /> : own.none_) },
    {
      fact: own.dissolvedOn,
      of: (one: Kept) => (one.dissolved_on ? <Time at={one.dissolved_on} /> : own.none_),
    },
  ]
  return (
    <div class="mf-panel">
      <Table
        caption={say.preview}
        rows={rows}
        columns={[
          { label: say.facts, head: true, cell: (row) => row.fact },
          { label: say.goes, cell: (row) => row.of(from) },
          { label: say.stays, cell: (row) => row.of(target) },
        ]}
      />
    </div>
  )
}
