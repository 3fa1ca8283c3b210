import { mountForm } from '#kernel/web/form.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { Engine } from '../engine.ts'
import { loadForProposal, loadMitigation, loadProgramme, loadThreshold } from '../load-forms.ts'
import { adoptMitigation } from '../operations/adopt-mitigation.ts'
import { dropMitigation } from '../operations/drop-mitigation.ts'
import { evaluateNow } from '../operations/evaluate-now.ts'
import { proposeMitigation } from '../operations/propose-mitigation.ts'
import { reviewMitigation } from '../operations/review-mitigation.ts'
import { setThreshold } from '../operations/set-threshold.ts'
import { effectSentence } from '../pages/effect-sentence.ts'
import { AdoptForm, DropForm, EvaluateForm, ProposeForm, ReviewForm } from '../pages/forms.tsx'
import { ThresholdForm, thresholdValues } from '../pages/threshold-form.tsx'
import { monitoringPaths as paths } from '../paths.ts'
import { mayAdopt, mayDrop, mayEvaluateNow, mayPropose, mayReview, maySetThreshold } from '../rules.ts'

const tag = 'monitoring'
const obstacleAfter = (slug: string | undefined, { obstacle }: { obstacle: string }) =>
  `${paths.obstacle(slug ?? '', obstacle)}#mitigations`

export function monitoringForms(site: Site, engine: Engine): void {
  const { programmes } = engine
  mountForm(site, evaluateNow(engine, site.deps), {
    path: paths.evaluation(':slug'),
    tag,
    params: ({ slug }) => ({ programme: slug }),
    load: (tx, request) => loadProgramme(tx, programmes, request),
    may: (actor, { programme }) => mayEvaluateNow(actor, programme),
    render: (data, form, view) => <EvaluateForm view={view} form={form} {...data} />,
    then: ({ evaluation }, { params }) => paths.preview(params.slug ?? '', evaluation),
  })
  mountForm(site, setThreshold(programmes), {
    path: paths.threshold(':slug', ':subject'),
    tag,
    params: ({ slug, subject }) => ({ programme: slug, subject }),
    load: (tx, request) => loadThreshold(tx, programmes, request),
    may: (actor, { programme }) => maySetThreshold(actor, programme),
    initial: ({ of }, { today }) => thresholdValues(of, today),
    render: (data, form, view) => <ThresholdForm view={view} form={form} {...data} />,
    then: ({ subject }, { params }) => `${thresholdPlace(params.slug ?? '', subject)}#thresholds`,
  })
  mountForm(site, proposeMitigation, {
    path: paths.newMitigation(':slug', ':obstacle'),
    tag,
    params: ({ obstacle }) => ({ obstacle }),
    load: (tx, request) => loadForProposal(tx, programmes, request),
    may: (actor, { obstacle }) => mayPropose(actor, obstacle),
    render: (data, form, view) => <ProposeForm view={view} form={form} {...data} />,
    then: (done, { params }) => obstacleAfter(params.slug, done),
  })
  mitigationForms(site, engine)
}

function thresholdPlace(slug: string, subject: string): string {
  const [id = ''] = subject.split('.')
  return subject.includes('.') ? paths.detector(slug, id) : paths.indicator(slug, id)
}

function mitigationForms(site: Site, { programmes }: Engine) {
  const common = {
    tag,
    params: ({ mitigation }: Record<string, string>) => ({ mitigation }),
    then: (done: { obstacle: string }, { params }: { params: Record<string, string> }) =>
      obstacleAfter(params.slug, done),
  }
  mountForm(site, adoptMitigation(programmes), {
    ...common,
    path: paths.adoption(':slug', ':mitigation'),
    load: (tx, request) => loadMitigation(tx, programmes, request),
    may: (actor, { mitigation }) => mayAdopt(actor, mitigation),
    version: ({ mitigation }) => mitigation.version,
    render: (data, form, view) => <AdoptForm view={view} form={form} {...data} />,
  })
  mountForm(site, reviewMitigation, {
    ...common,
    path: paths.review(':slug', ':mitigation'),
    load: (tx, request) => loadMitigation(tx, programmes, request),
    may: (actor, { mitigation }, { now }) => mayReview(actor, mitigation, now),
    version: ({ mitigation }) => mitigation.version,
    render: (data, form, view) => (
      <ReviewForm view={view} form={form} {...data} effect={effectSentence(view.lang, data.effect)} />
    ),
  })
  mountForm(site, dropMitigation, {
    ...common,
    path: paths.withdrawal(':slug', ':mitigation'),
    load: (tx, request) => loadMitigation(tx, programmes, request),
    may: (actor, { mitigation }) => mayDrop(actor, mitigation),
    version: ({ mitigation }) => mitigation.version,
    render: (data, form, view) => <DropForm view={view} form={form} {...data} />,
  })
}
