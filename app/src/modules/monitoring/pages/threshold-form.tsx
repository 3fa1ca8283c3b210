import type { FormProps } from '#kernel/web/form.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { ConditionEntry, DetectorEntry, IndicatorEntry } from '../catalogue/entry.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import { conditionScale, indicatorScale } from '../threshold.ts'
import { formWords } from '../words/forms.ts'
import { words } from '../words/pages.ts'
import { trail } from './head.tsx'
import { conditionText } from './quantity.ts'

/** What the threshold belongs to, with its numbers in force now. */
export type ThresholdSubject =
  | { kind: 'indicator'; entry: IndicatorEntry; good: number | null; poor: number | null; nMin: number }
  | { kind: 'condition'; detector: DetectorEntry; entry: ConditionEntry; threshold: number; nMin: number }

export type ThresholdFormProps = { view: View; form: FormProps; programme: ProgrammeHead; of: ThresholdSubject }

export function ThresholdForm({ view, form, programme, of }: ThresholdFormProps) {
  const { lang } = view
  const say = formWords[lang].threshold
  const { state } = form
  const name = of.kind === 'indicator' ? of.entry.name(lang) : `${of.detector.id} ${of.entry.letter}`
  return (
    <FormPage
      view={view}
      state={state}
      action={form.action}
      formKey={form.key}
      title={say.title(name)}
      lead={of.kind === 'indicator' ? of.entry.formula(lang) : conditionText(lang, of.entry, of.threshold)}
      submit={say.submit}
      breadcrumbs={trail(programme, lang, backTo(lang, programme.slug, of))}
      example={programme.example ?? undefined}
      hidden={{ lang }}
    >
      <p class="mf-small mf-muted">{say.lead}</p>
      {of.kind === 'indicator' ? (
        <>
          <NumberField {...field(state, 'good')} label={say.good} hint={unitHint(lang, of)} decimal />
          <NumberField
            {...field(state, 'poor')}
            label={say.poor}
            hint={of.entry.better === 'up' ? say.upHint : say.downHint}
            decimal
          />
        </>
      ) : (
        <NumberField {...field(state, 'threshold')} label={say.limit} hint={unitHint(lang, of)} decimal />
      )}
      <NumberField {...field(state, 'nMin')} label={say.nMin} hint={say.nMinHint} optional />
      <TextField {...field(state, 'source')} label={say.source} hint={say.sourceHint} />
      <DateField {...field(state, 'since')} label={say.since} />
      <TextArea {...field(state, 'reason')} label={say.reason} rows={3} />
    </FormPage>
  )
}

function backTo(lang: Lang, slug: string, of: ThresholdSubject) {
  return of.kind === 'indicator'
    ? { href: paths.indicator(slug, of.entry.id), label: of.entry.name(lang) }
    : { href: paths.detector(slug, of.detector.id), label: of.detector.name(lang) }
}

function unitHint(lang: Lang, { entry }: ThresholdSubject): string {
  const say = formWords[lang].threshold
  if (entry.unit === 'share' || entry.unit === 'points') return say.inPercent
  if (entry.unit === 'count' || entry.unit === 'times' || entry.unit === 'index') return say.plain
  return say.inUnit(words[lang].units[entry.unit])
}

/** What the fields hold when the form is opened: the numbers in force, as people write them. */
export function thresholdValues(of: ThresholdSubject, today: string): Record<string, string> {
  const scale = of.kind === 'indicator' ? indicatorScale(of.entry) : conditionScale(of.entry)
  const show = (value: number | null) => (value === null ? '' : formatNumber('id', value * scale).replaceAll('.', ''))
  const numbers: Record<string, string> =
    of.kind === 'indicator' ? { good: show(of.good), poor: show(of.poor) } : { threshold: show(of.threshold) }
  return { ...numbers, nMin: String(of.nMin), since: today }
}
