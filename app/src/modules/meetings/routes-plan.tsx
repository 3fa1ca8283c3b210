import { mountForm } from '#kernel/web/form.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { mayExtend, mayPlan } from './meeting.ts'
import { endSeries } from './operations/end-series.ts'
import { extendSeries } from './operations/extend-series.ts'
import { planMeeting } from './operations/plan-meeting.ts'
import { startSeries } from './operations/start-series.ts'
import { EndSeriesPage, ExtendSeriesPage, PlanMeetingPage, StartSeriesPage } from './pages/plan-forms.tsx'
import { meetingPaths } from './paths.ts'
import { loadPlan, loadSeries, type PlanData } from './read-pages.ts'

const tag = 'meetings'

export function planForms(site: Site): void {
  mountForm(site, planMeeting, {
    path: meetingPaths.new(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadPlan,
    may: (actor, data) => mayPlan(actor, data.place),
    initial: usual,
    render: (data, form, view) => <PlanMeetingPage view={view} form={form} data={data} />,
    then: ({ meeting }) => meetingPaths.one(meeting),
  })
  mountForm(site, startSeries, {
    path: meetingPaths.newSeries(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadPlan,
    may: (actor, data) => mayPlan(actor, data.place),
    initial: (data, request) => ({ ...usual(data, request), cadence: data.agreed ?? '', count: '6' }),
    render: (data, form, view) => <StartSeriesPage view={view} form={form} data={data} />,
    then: (_value, { params }) => meetingPaths.list(params.slug!),
  })
  seriesForms(site)
}

/** All who take part must come, everyone may read where the charter says so. */
function usual({ parties, publishable }: PlanData, { lang }: PageRequest) {
  const bound = parties.filter((party) => party.role === 'lead' || party.role === 'member')
  return {
    lang,
    minutes: '120',
    clock: '09.00',
    zone: 'Asia/Jakarta',
    class: publishable ? 'public' : 'members',
    required: bound.map((party) => party.organisationId),
  }
}

function seriesForms(site: Site): void {
  mountForm(site, extendSeries, {
    path: meetingPaths.extendSeries(':slug', ':series'),
    tag,
    params: ({ series }) => ({ series }),
    load: loadSeries,
    may: (actor, { series, place }) => mayExtend(actor, { ...series, ...place }),
    initial: () => ({ count: '6' }),
    version: ({ series }) => series.version,
    render: (data, form, view) => <ExtendSeriesPage view={view} form={form} data={data} />,
    then: (_value, { params }) => meetingPaths.list(params.slug!),
  })
  mountForm(site, endSeries, {
    path: meetingPaths.endSeries(':slug', ':series'),
    tag,
    params: ({ series }) => ({ series }),
    load: loadSeries,
    may: (actor, { series, place }) => mayExtend(actor, { ...series, ...place }),
    version: ({ series }) => series.version,
    render: (data, form, view) => <EndSeriesPage view={view} form={form} data={data} />,
    then: (_value, { params }) => meetingPaths.list(params.slug!),
  })
}
