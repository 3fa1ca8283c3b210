import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { formatDays, formatList, formatNumber, type Lang } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { type Benefit, benefits, words as uiWords } from '#ui/words.ts'
import { detectors, indicators, indicatorsFor } from '../catalogue/catalogue.ts'
import type { DetectorEntry, IndicatorEntry } from '../catalogue/entry.ts'
import { detectorSought, indicatorSought } from '../catalogue/search.ts'
import { sources } from '../catalogue/sources.ts'
import { monitoringPaths as paths } from '../paths.ts'
import { words } from '../words/pages.ts'
import { conditionText, limitsText, sourceOf } from './quantity.ts'

/** How every indicator and obstacle is computed, for anyone. */
export function CataloguePage({ view, q }: { view: View; q: string }) {
  const { lang } = view
  const say = words[lang].catalogue
  const sought = detectors.filter((entry) => detectorSought(lang, q, entry))
  const found = indicators.filter((entry) => indicatorSought(lang, q, entry)).length
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">
        {say.lead(formatNumber(lang, indicators.length), formatNumber(lang, detectors.length))}
      </p>
      <ListTools action={paths.catalogue()} label={say.search} q={q} />
      {found === 0 && sought.length === 0 ? <Empty title={say.noneFound} /> : null}
      <Jump
        items={[
          { href: '#rules', label: say.rules },
          ...benefits.map((one) => ({ href: `#${one}`, label: uiWords[lang].benefit[one] })),
          { href: '#obstacles', label: say.obstacles, count: sought.length },
          { href: '#sources', label: say.sources },
        ]}
      />
      <Section id="rules" title={say.rules}>
        <ul class="govuk-list govuk-list--bullet">
          {say.ruleList.split('\n').map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Section>
      {benefits.map((benefit) => (
        <BenefitPart view={view} benefit={benefit} q={q} />
      ))}
      <Section id="obstacles" title={say.obstacles} intro={words[lang].detector.lifeCycle}>
        <ul class="mf-obs">
          {sought.map((entry) => (
            <DetectorPart view={view} entry={entry} />
          ))}
        </ul>
      </Section>
      <Section id="sources" title={say.sources}>
        <ul class="govuk-list govuk-list--bullet">
          {Object.values(sources).map((text) => (
            <li>{text(lang)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function BenefitPart({ view, benefit, q }: { view: View; benefit: Benefit; q: string }) {
  const { lang } = view
  const say = words[lang]
  const rows = indicatorsFor(benefit).filter((entry) => indicatorSought(lang, q, entry))
  if (rows.length === 0) return null
  return (
    <Section id={benefit} title={uiWords[lang].benefit[benefit]}>
      <Table
        caption={uiWords[lang].benefit[benefit]}
        rows={rows}
        columns={[
          { label: say.catalogue.indicators, head: true, cell: (entry) => <IndicatorCell entry={entry} lang={lang} /> },
          { label: say.indicator.formula, cell: (entry) => entry.formula(lang) },
          { label: say.indicator.threshold, cell: (entry) => <ThresholdCell entry={entry} lang={lang} /> },
        ]}
      />
    </Section>
  )
}

function IndicatorCell({ entry, lang }: { entry: IndicatorEntry; lang: Lang }) {
  return (
    <span id={entry.id}>
      {entry.id} {entry.name(lang)}
      {entry.lead ? <span class="mf-score__q">{words[lang].catalogue.lead1}</span> : null}
    </span>
  )
}

function ThresholdCell({ entry, lang }: { entry: IndicatorEntry; lang: Lang }) {
  const say = words[lang]
  return (
    <>
      {limitsText(lang, entry, { good: entry.good?.value ?? null, poor: entry.poor?.value ?? null })}
      <span class="mf-src">
        {sourceOf(lang, entry, null) ?? say.catalogue.internalRule}. {say.indicator.minimum}:{' '}
        {say.indicator.minimumOf(formatNumber(lang, entry.nMin), entry.cases(lang))},{' '}
        {formatDays(lang, entry.windowDays)}
      </span>
    </>
  )
}

function DetectorPart({ view, entry }: { view: View; entry: DetectorEntry }) {
  const { lang } = view
  const say = words[lang]
  const hurts = formatList(
    lang,
    entry.hurts.map((one) => uiWords[lang].benefit[one].toLowerCase()),
  )
  return (
    <li class="mf-ob" id={entry.id}>
      <div class="mf-ob__main">
        <h3 class="mf-ob__title">
          {entry.id} {entry.name(lang)}
        </h3>
        <p class="mf-small mf-muted">
          {say.catalogue.hurts} {hurts}. {entry.needs === 2 ? say.condition.needsTwo : say.condition.needsOne}
        </p>
        <ul class="govuk-list">
          {entry.conditions.map((one) => (
            <li>
              {one.letter}. {conditionText(lang, one, one.threshold)}
            </li>
          ))}
        </ul>
        <p class="mf-src">
          {say.indicator.source}: {entry.sourceText(lang)}
        </p>
      </div>
      <div class="mf-ob__mit">
        <p class="mf-label">{say.detector.mitigations}</p>
        <ul class="govuk-list govuk-list--bullet">
          {entry.mitigations.map((one) => (
            <li>{one.text(lang)}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}
