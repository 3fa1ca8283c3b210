import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDate, formatNumber, formatPercent } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'
import type { ObjectiveData, ShownMeasure } from './objective-page.tsx'

export function Measures({ view, data }: { view: View; data: ObjectiveData }) {
  const say = words[view.lang]
  const { programme, objective, measures, mayChange } = data
  const add = { href: objectivePaths.newMeasure(programme.slug, objective.id), label: say.addMeasure }
  return (
    <Section id="h-measures" title={say.measures}>
      {measures.length === 0 ? (
        <Empty title={say.noMeasures} action={mayChange === true ? add : undefined}>
          {say.noMeasuresRule}
        </Empty>
      ) : (
        <div class="mf-panel">
          <Table caption={say.measuresOf(objective.title)} rows={measures} columns={columnsOf(view, programme.slug)} />
        </div>
      )}
      {measures.map((measure) => (
        <Observations view={view} measure={measure} />
      ))}
      {mayChange === true && measures.length > 0 ? <ButtonLink href={add.href}>{add.label}</ButtonLink> : null}
    </Section>
  )
}

function columnsOf(view: View, slug: string) {
  const say = words[view.lang]
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatNumber(view.lang, value)
  return [
    { label: say.measure, head: true, cell: (row: ShownMeasure) => <MeasureName view={view} measure={row} /> },
    { label: say.baseline, numeric: true, cell: (row: ShownMeasure) => number(row.baseline) },
    { label: say.target, numeric: true, cell: (row: ShownMeasure) => <Target view={view} measure={row} /> },
    { label: say.latest, numeric: true, cell: (row: ShownMeasure) => number(row.latest?.value) },
    {
      label: say.progress,
      numeric: true,
      cell: (row: ShownMeasure) => <MeasureProgress view={view} measure={row} />,
    },
    {
      label: say.owner,
      cell: (row: ShownMeasure) => (row.has_owner ? row.owner : <span class="mf-muted">{say.noOwner}</span>),
    },
    {
      label: say.observe,
      plain: true,
      cell: (row: ShownMeasure) => <MeasureActs view={view} slug={slug} measure={row} />,
    },
  ]
}

function MeasureName({ view, measure }: { view: View; measure: ShownMeasure }) {
  const english = view.lang === 'en' && measure.name_en
  return (
    <>
      <Recorded lang={english ? 'en' : measure.lang}>{english ? measure.name_en : measure.name}</Recorded>
      {measure.unit ? <span class="mf-muted"> ({measure.unit})</span> : null}
    </>
  )
}

function Target({ view, measure }: { view: View; measure: ShownMeasure }) {
  const { judged_target: first, target, target_on: on } = measure
  if (target === null) return <>–</>
  return (
    <>
      {first !== null && first !== target ? (
        <s>
          <span class="govuk-visually-hidden">{words[view.lang].firstTarget} </span>
          {formatNumber(view.lang, first)}
        </s>
      ) : null}{' '}
      {formatNumber(view.lang, target)}
      {on ? <span class="mf-small mf-muted"> {formatDate(view.lang, on)}</span> : null}
    </>
  )
}

function MeasureProgress({ view, measure }: { view: View; measure: ShownMeasure }) {
  const { progress, ofPresentTarget, judged_target, target } = measure
  if (progress === undefined) return <>–</>
  const share = (ratio: number) => formatPercent(view.lang, ratio, 0)
  if (target === judged_target || ofPresentTarget === undefined) return <>{share(progress)}</>
  return (
    <>
      {share(progress)}
      <span class="mf-small mf-muted mf-after">{words[view.lang].ofTarget(share(ofPresentTarget))}</span>
    </>
  )
}

function MeasureActs({ view, slug, measure }: { view: View; slug: string; measure: ShownMeasure }) {
  const say = words[view.lang]
  const about = <span class="govuk-visually-hidden">: {measure.name}</span>
  const act = (href: string, label: string) => (
    <a class="govuk-link" href={href}>
      {label}
      {about}
    </a>
  )
  const observe = measure.may === true && act(objectivePaths.observe(slug, measure.id), say.observe)
  const retarget = measure.mayRetarget === true && act(objectivePaths.retarget(slug, measure.id), say.retarget)
  if (!observe && !retarget) return <span class="mf-muted">–</span>
  return (
    <>
      {observe || null} {retarget || null}
    </>
  )
}

function Observations({ view, measure }: { view: View; measure: ShownMeasure }) {
  const say = words[view.lang]
  if (measure.observations.length === 0) return null
  return (
    <Details summary={`${say.observations}: ${measure.name}`}>
      <Table
        caption={`${say.observations}: ${measure.name}`}
        rows={measure.observations}
        columns={[
          { label: say.observedOn, head: true, cell: (one) => <Time at={one.observed_on} /> },
          { label: say.value, numeric: true, cell: (one) => formatNumber(view.lang, one.value) },
          { label: say.source, cell: (one) => <Recorded lang={measure.lang}>{one.source ?? '–'}</Recorded> },
          { label: say.note, cell: (one) => <Recorded lang={measure.lang}>{one.note ?? '–'}</Recorded> },
        ]}
      />
    </Details>
  )
}
