import type { FormProps } from '#kernel/web/form.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Progress } from '#ui/progress.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { archivePageSize, keptDays } from '../archive/limits.ts'
import type { ArchiveForm, ArchiveList, ShownArchive } from '../archive-loads.ts'
import { dataPaths } from '../paths.ts'
import { words as dataWords } from '../words.ts'
import { words } from '../words-archives.ts'

export function ArchivesPage({ data, view, signedIn }: { data: ArchiveList; view: View; signedIn: boolean }) {
  const say = words[view.lang]
  const { rows, total, page } = data
  const paging = { page, size: archivePageSize, total }
  return (
    <Page view={view} title={say.title} breadcrumbs={trail(view)} description={say.lead}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.rule(formatNumber(view.lang, keptDays))}</p>
      <p>
        <ButtonLink href={signedIn ? dataPaths.newArchive() : `/sign-in?next=${dataPaths.newArchive()}`}>
          {signedIn ? say.request : say.signIn}
        </ButtonLink>
      </p>
      <Shown {...paging} />
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view)}
          empty={<Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <Pagination {...paging} href={(number) => dataPaths.archives(number)} />
    </Page>
  )
}

function trail(view: View) {
  return [{ href: dataPaths.list(), label: dataWords[view.lang].title }]
}

function columnsOf(view: View): Column<ShownArchive>[] {
  const say = words[view.lang]
  return [
    {
      label: say.of,
      head: true,
      cell: ({ programme }) =>
        programme ? <Recorded lang={programme.lang}>{programme.name}</Recorded> : say.everything,
    },
    { label: say.state, cell: (row) => <State row={row} view={view} /> },
    { label: say.file, cell: (row) => <File row={row} view={view} /> },
    { label: say.asked, cell: ({ asked_on }) => <Time at={asked_on} /> },
  ]
}

function State({ row: { id, state, datasets, datasets_done }, view }: { row: ShownArchive; view: View }) {
  const say = words[view.lang]
  if (state !== 'waiting') return <>{say.states[state]}</>
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <>
      {datasets === null ? (
        say.queued
      ) : (
        <>
          {say.states.waiting}: {say.progress(number(datasets_done), number(datasets))}
          <Progress id={`kemajuan-${id}`} ratio={datasets_done / datasets} title={say.states.waiting} />
        </>
      )}{' '}
      <a class="govuk-link" href={dataPaths.archives()}>
        {say.refresh}
      </a>
    </>
  )
}

function File({ row, view }: { row: ShownArchive; view: View }) {
  const say = words[view.lang]
  if (!row.file) return <>–</>
  return (
    <>
      <a class="govuk-link" href={row.file}>
        {say.download}
      </a>{' '}
      ({say.facts(sizeIn(view, row.size!), formatNumber(view.lang, row.row_count!))})
      <br />
      {say.taken} <Time at={row.taken_on!} />. {say.until} <Time at={row.kept_until!} />.
      <br />
      {say.sha256}: <code class="mf-hash">{row.sha256!.match(/.{1,4}/g)!.join(' ')}</code>
    </>
  )
}

function sizeIn(view: View, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${formatNumber(view.lang, Math.round(value * 10) / 10)} ${unit}`
}

export function ArchiveFormPage({ data, form, view }: { data: ArchiveForm; form: FormProps; view: View }) {
  const say = words[view.lang]
  return (
    <FormPage
      view={view}
      title={say.request}
      lead={say.requestLead}
      state={form.state}
      submit={say.request}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[...trail(view), { href: dataPaths.archives(), label: say.title }]}
      cancel={{ href: dataPaths.archives(), label: say.title }}
    >
      <SelectField
        {...field(form.state, 'programme')}
        label={say.scope}
        blank={say.everything}
        options={data.programmes.map(({ slug, name, name_en }) => ({
          value: slug,
          label: view.lang === 'en' && name_en ? name_en : name,
        }))}
      />
    </FormPage>
  )
}
