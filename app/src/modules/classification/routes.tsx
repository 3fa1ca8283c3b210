import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { mayClassify, mayClassifyIn } from './classification.ts'
import { type DecisionData, loadDeciding, loadDecision, loadRegister } from './loads.ts'
import { loadRedaction } from './loads-redactions.ts'
import { classifyRecord } from './operations/classify-record.ts'
import { confirmClassification } from './operations/confirm-classification.ts'
import { declassifyRecord } from './operations/declassify-record.ts'
import { openInPart } from './operations/open-in-part.ts'
import { overturnClassification } from './operations/overturn-classification.ts'
import { reviewClassification } from './operations/review-classification.ts'
import { ConfirmForm, OpenForm, OverturnForm, ReviewForm } from './pages/act-forms.tsx'
import { DecidingForm } from './pages/deciding-form.tsx'
import { DecisionPage } from './pages/decision-page.tsx'
import { OpenInPartForm, RedactionPage } from './pages/redaction-pages.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { classificationPaths as paths, redactionPaths } from './paths.ts'
import { registerQuery } from './query.ts'
import { breachRoutes } from './routes-breaches.tsx'
import { fileRoutes } from './routes-files.tsx'
import { words } from './words.ts'

const tag = 'classification'
const then = ({ slug, id }: { slug: string; id: string }) => paths.one(slug, id)

export function classificationRoutes(site: Site, readers: SubjectReader[]): void {
  mountPage(site, {
    name: 'list-classifications',
    path: paths.list(':slug'),
    tag,
    summary: both('Semua keputusan pengecualian sebuah program', 'All classification decisions of a programme'),
    query: registerQuery,
    load: loadRegister,
    scope: ({ programme }) => [programme.id],
    render: (data, view) => <RegisterPage view={view} data={data} />,
    json: ({ rows, total, tally, hidden }) => ({ rows: rows.map(told), total, tally, protected: hidden }),
  })
  mountForm(site, classifyRecord, {
    path: paths.new(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: (tx, request) => loadDeciding(tx, request, readers),
    may: (actor, { programme }) => mayClassifyIn(actor, programme.id),
    initial: (_data, { query, lang }) => ({
      record: query.record ?? '',
      part: 'record',
      class: 'restricted',
      thenClass: 'public',
      appealTo: words[lang].appealDefault,
    }),
    render: (data, form, view) => <DecidingForm view={view} data={data} form={form} />,
    then,
  })
  mountPage(site, {
    name: 'read-classification',
    path: paths.one(':slug', ':id'),
    tag,
    summary: both(
      'Satu keputusan pengecualian dengan uji konsekuensinya',
      'One classification with its consequence test',
    ),
    load: (tx, request) => loadDecision(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view, { today }) => <DecisionPage view={view} data={data} today={today} />,
    json: ({ one, acts, files }) => ({ classification: told(one), acts, files }),
  })
  actRoutes(site, readers)
  redactionRoutes(site, readers)
  fileRoutes(site)
  breachRoutes(site)
}

/** Without the record's own id: the decision is public, the record is not. */
function told({ record_id: _, created_by: __, slug: ___, ...rest }: DecisionData['one']) {
  return rest
}

function redactionRoutes(site: Site, readers: SubjectReader[]) {
  mountPage(site, {
    name: 'read-redaction',
    path: redactionPaths.one(':slug', ':id'),
    tag,
    summary: both('Satu versi yang dihitamkan', 'One redacted version'),
    load: loadRedaction,
    scope: ({ programme }) => [programme.id],
    render: (data, view) => <RedactionPage view={view} data={data} />,
    json: ({ one }) => ({ redaction: one }),
  })
  mountForm(site, openInPart, {
    path: redactionPaths.new(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    load: (tx, request) => loadDecision(tx, request, readers),
    may: (actor, { one }) => mayClassify(actor, one),
    render: (data, form, view) => <OpenInPartForm view={view} data={data} form={form} />,
    then: ({ slug, id }) => redactionPaths.one(slug, id),
  })
}

function actRoutes(site: Site, readers: SubjectReader[]) {
  const aboutOne = (act: keyof DecisionData['may']) => ({
    tag,
    params: ({ slug, id }: Record<string, string>) => ({ slug, id }),
    load: (tx: ReadTx, request: PageRequest) => loadDecision(tx, request, readers),
    may: (_actor: Actor, data: DecisionData) => data.may[act],
    then,
  })
  mountForm(site, confirmClassification, {
    path: paths.confirmation(':slug', ':id'),
    ...aboutOne('confirm'),
    render: (data, form, view) => <ConfirmForm view={view} data={data} form={form} />,
  })
  mountForm(site, reviewClassification, {
    path: paths.review(':slug', ':id'),
    ...aboutOne('review'),
    render: (data, form, view) => <ReviewForm view={view} data={data} form={form} />,
  })
  mountForm(site, declassifyRecord, {
    path: paths.opening(':slug', ':id'),
    ...aboutOne('open'),
    initial: () => ({ class: 'public' }),
    render: (data, form, view) => <OpenForm view={view} data={data} form={form} />,
  })
  mountForm(site, overturnClassification, {
    path: paths.overturning(':slug', ':id'),
    ...aboutOne('overturn'),
    initial: () => ({ class: 'public' }),
    render: (data, form, view) => <OverturnForm view={view} data={data} form={form} />,
  })
}
