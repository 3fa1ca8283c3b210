import { coordinates } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { withheldIn } from '#kernel/withheld.ts'
import type { View } from '#ui/view.ts'
import { eventsNamed, namedEvent } from '../event-names.ts'
import { changeStatus } from '../operations/change-status.ts'
import { createProgramme } from '../operations/create-programme.ts'
import { describeProgramme } from '../operations/describe-programme.ts'
import { ownSections } from '../own-sections.tsx'
import { HistoryPage } from '../pages/history-page.tsx'
import { CreateForm, DescribeForm, describedValues, StatusForm } from '../pages/programme-forms.tsx'
import { ProgrammePage, type ShownSection } from '../pages/programme-page.tsx'
import { listQuery, offsetOf, pageSize } from '../paging.ts'
import { programmePaths } from '../paths.ts'
import { mayCreateProgramme, type Programme } from '../programme.ts'
import { mayCoordinate } from '../rules.ts'
import type { ProgrammeExtensions, ProgrammeSection, SectionAnswers } from '../standing.ts'
import { chartersOf } from '../store/charters.ts'
import { countEvents, programmeEvents, soughtEvents } from '../store/history.ts'
import { allParties, currentParties, organisationsById } from '../store/parties.ts'
import { readProgramme, statusChangesOf } from '../store/programmes.ts'

const tag = 'programmes'

export function programmePageRoutes(site: Site, extensions: ProgrammeExtensions): void {
  const sections = [...ownSections(extensions), ...extensions.sections].sort((a, b) => a.order - b.order)
  mountPage(site, {
    name: 'read-programme',
    path: '/programmes/:slug',
    summary: both('Halaman satu program', 'Page of one programme'),
    tag,
    load: (tx, request) => readPage(tx, request, sections),
    scope: ({ programme }) => [programme.id],
    json: ({ programme, parties, legalBasis, parts }, request) => ({
      ...programme,
      parties,
      legalBasis,
      sections: toldBy(parts, request as PageRequest),
    }),
    render: ({ parts, ...data }, view, { actor }) => (
      <ProgrammePage
        {...data}
        view={view}
        sections={parts.map((part) => shown(part, view, data.programme))}
        coordinates={coordinates(actor, data.programme.id)}
        feed={extensions.feedHref?.(data.programme.slug)}
      />
    ),
  })
  mountPage(site, {
    name: 'read-history',
    path: '/programmes/:slug/history',
    summary: both('Riwayat satu program', 'History of one programme'),
    tag,
    query: listQuery,
    async load(tx, { params, query: { q, page }, lang }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const cut = offsetOf(page)
      const events = q.trim()
        ? await soughtEvents(tx, programme.id, { q, names: eventsNamed(lang, q, extensions) }, cut)
        : { rows: await programmeEvents(tx, programme.id, cut), total: await countEvents(tx, programme.id) }
      const rows = events.rows.map((row) => namedEvent(lang, row, programme.slug, extensions))
      const withheld = await withheldIn(tx, 'events', programme.id)
      return { programme, list: { rows, page, size: pageSize, total: events.total }, q, withheld }
    },
    scope: ({ programme }) => [programme.id],
    render: (data, view) => <HistoryPage data={data} view={view} />,
  })
}

type Part = { section: ProgrammeSection; data: unknown }

async function readPage(tx: ReadTx, request: PageRequest<object>, sections: ProgrammeSection[]) {
  const asked = request as PageRequest
  const programme = await readProgramme(tx, asked.params.slug!)
  if (!programme) return undefined
  const [everyParty, charters, loaded] = await Promise.all([
    allParties(tx, programme.id),
    chartersOf(tx, programme.id),
    Promise.all(sections.map((section) => section.load(tx, programme, asked))),
  ])
  const parties = currentParties(everyParty, request.today)
  const charter = charters.find((version) => version.status === 'in-force')
  const parts: Part[] = sections
    .map((section, index) => ({ section, data: loaded[index] }))
    .filter(({ data }) => data !== undefined)
  return { programme, parties, legalBasis: charter?.legal_basis ?? [], parts }
}

function toldBy(parts: Part[], request: PageRequest): SectionAnswers {
  const told = ({ section, data }: Part) => (section.json ? section.json(data, request) : data)
  return Object.fromEntries(parts.map((part) => [part.section.id, told(part)]))
}

function shown({ section, data }: Part, view: View, programme: Programme): ShownSection {
  return {
    id: section.id,
    title: section.title(view.lang),
    facts: section.facts?.(data, view, programme) ?? [],
    view: section.render?.(data, view, programme),
  }
}

export function programmeFormRoutes(site: Site): void {
  mountForm(site, createProgramme, {
    path: '/programmes/new',
    tag,
    load: async (tx, { actor }) => ({
      organisations: await organisationsById(tx, actor.kind === 'person' ? actor.organisationIds : []),
    }),
    may: (actor) => mayCreateProgramme(actor),
    render: (data, form, view) => <CreateForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.charter(slug),
  })
  mountForm(site, describeProgramme, {
    path: '/programmes/:slug/description',
    tag,
    params: ({ slug }) => ({ slug }),
    load: (tx, { params }) => readProgramme(tx, params.slug!),
    may: (actor, programme) => mayCoordinate(actor, programme),
    initial: (programme) => describedValues(programme),
    version: ({ version }) => version,
    render: (data, form, view) => <DescribeForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.programme(slug),
  })
  mountForm(site, changeStatus, {
    path: '/programmes/:slug/status',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params }) {
      const programme = await readProgramme(tx, params.slug!)
      return programme && { programme, changes: await statusChangesOf(tx, programme.id) }
    },
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    render: (data, form, view) => <StatusForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.programme(slug),
  })
}
