import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { loadCapacity, loadCoverage, loadTimeline } from './loads-views.ts'
import { declareCapacity } from './operations/declare-capacity.ts'
import { CapacityForm, type CapacityFormData, CapacityPage } from './pages/capacity-page.tsx'
import { CoveragePage } from './pages/coverage-page.tsx'
import { TimelinePage } from './pages/timeline-page.tsx'
import { taskPaths } from './paths.ts'
import { mayDeclareCapacity } from './rules.ts'
import { capacityQuery, coverageQuery, timelineQuery } from './views.ts'

const tag = 'tasks'

export function viewRoutes(site: Site): void {
  mountPage(site, {
    name: 'read-timeline',
    path: taskPaths.timeline(':slug'),
    summary: both('Garis waktu tugas suatu program', 'Timeline of the tasks of a programme'),
    tag,
    query: timelineQuery,
    load: loadTimeline,
    scope: (data) => [data.programme.id],
    render: (data, view) => <TimelinePage view={view} data={data} />,
    json: ({ rows, total, undated, query }) => ({ rows, total, undated, page: query.page }),
  })
  mountPage(site, {
    name: 'read-coverage',
    path: taskPaths.coverage(':slug'),
    summary: both('Cakupan layanan menurut wilayah', 'Coverage of services by territory'),
    tag,
    query: coverageQuery,
    load: loadCoverage,
    scope: (data) => [data.programme.id],
    render: (data, view) => <CoveragePage view={view} data={data} />,
    json: ({ cells, names }) => ({ cells, names: [...names.values()] }),
  })
  mountPage(site, {
    name: 'read-capacity',
    path: taskPaths.capacity(':slug'),
    summary: both('Beban dan kapasitas instansi', 'Load and capacity of agencies'),
    tag,
    query: capacityQuery,
    load: loadCapacity,
    scope: (data) => [data.programme.id],
    render: (data, view) => <CapacityPage view={view} data={data} />,
    json: ({ agencies, query }) => ({ agencies, from: query.from }),
  })
  capacityForm(site)
}

function capacityForm(site: Site) {
  mountForm(site, declareCapacity, {
    path: taskPaths.declareCapacity(':slug'),
    tag,
    params: (params) => ({ programme: params.slug }),
    load: loadForm,
    may: (actor, { programme }) =>
      mayDeclareCapacity(actor, { programme_id: programme.id, programme_status: programme.status }),
    initial: ({ programme }, { actor, today }) => {
      const seat = actor.kind === 'person' ? actor.seats.find((one) => one.programmeId === programme.id) : undefined
      return { agency: seat?.organisationId ?? '', month: today.slice(0, 7), months: '1' }
    },
    render: (data, form, view) => <CapacityForm view={view} data={data} form={form} />,
    then: (_, { params }) => taskPaths.capacity(params.slug!),
  })
}

async function loadForm(tx: ReadTx, { params, today }: PageRequest): Promise<CapacityFormData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  return { programme, parties: await partiesOn(tx, programme.id, today) }
}
