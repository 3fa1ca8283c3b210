import { CoverageGrid, type CoverageCell as Shown } from '#ui/coverage.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { View } from '#ui/view.ts'
import type { CoverageData } from '../loads-views.ts'
import { taskPaths } from '../paths.ts'
import { shortName } from '../task.ts'
import { placesPageSize, servicesPageSize } from '../views.ts'
import { words } from '../words.ts'
import { taskCrumbs } from './parts.tsx'

type Cell = CoverageData['cells'][number]

export function CoveragePage({ view, data }: { view: View; data: CoverageData }) {
  const { lang } = view
  const { programme, query, cells } = data
  const say = words[lang].view.coverage
  const services = servicesOf(data)
  const places = placesOf(data)
  const href = (changed: Partial<typeof query>) => taskPaths.coverage(programme.slug, { ...query, ...changed })
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={taskCrumbs(lang, programme)}
      example={programme.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      {cells.length === 0 ? (
        <Empty title={say.none}>{say.noneRule}</Empty>
      ) : (
        <>
          <p class="govuk-body-l">
            <LinkedText
              text={findingOf(lang, cells)}
              hrefs={(['one', '', 'gap', 'double'] as const).map((show) =>
                taskPaths.coverage(programme.slug, { show }),
              )}
            />
          </p>
          <ListTools
            action={taskPaths.coverage(programme.slug)}
            label={say.search}
            q={query.q}
            filters={[showFilter(lang, data), orderFilter(lang, data)]}
          />
          {services.length === 0 ? (
            <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
          ) : (
            <Grid lang={lang} data={data} />
          )}
        </>
      )}
      <Pages
        label={say.service}
        page={query.page}
        size={servicesPageSize}
        total={services.length}
        href={(page) => href({ page })}
      />
      <Pages
        label={say.places}
        page={query.places}
        size={placesPageSize}
        total={places.length}
        href={(page) => href({ places: page, page: 1 })}
      />
    </Page>
  )
}

type PagesProps = { label: string; page: number; size: number; total: number; href: (page: number) => string }

/** Two lists are paged here, so each says which it is. */
function Pages({ label, ...pages }: PagesProps) {
  if (pages.total <= pages.size && pages.page === 1) return null
  return (
    <>
      <p class="mf-label">{label}</p>
      <Pagination {...pages} of={label} />
    </>
  )
}

function findingOf(lang: Lang, cells: Cell[]): string {
  const count = (test: (cell: Cell) => boolean) => formatNumber(lang, cells.filter(test).length)
  return words[lang].view.coverage.finding(
    count((cell) => cell.bodies.length === 1),
    count(() => true),
    count((cell) => cell.bodies.length === 0),
    count((cell) => cell.bodies.length > 1),
  )
}

function showFilter(lang: Lang, { query }: CoverageData) {
  const say = words[lang].view.coverage
  const options = [
    { value: 'one', label: say.one },
    { value: 'gap', label: say.gap },
    { value: 'double', label: say.double },
  ]
  return { name: 'show', label: say.show, value: query.show, options }
}

function orderFilter(lang: Lang, { query }: CoverageData) {
  const say = words[lang].view.coverage
  const options = [
    { value: 'name', label: say.byName },
    { value: 'gaps', label: say.byGaps },
  ]
  return { name: 'order', label: say.order, value: query.order, options }
}

/** Services with a cell that is asked for in the places shown, in the order of the charter unless told. */
function servicesOf(data: CoverageData): { id: string; name: string }[] {
  const places = new Set(shownPlaces(data).map((place) => place.code))
  const here = wantedCells(data).filter((cell) => places.has(cell.territoryCode))
  const services = new Map(here.map((cell) => [cell.serviceId, { id: cell.serviceId, name: cell.serviceName }]))
  const gaps = (id: string) => data.cells.filter((cell) => cell.serviceId === id && cell.bodies.length === 0).length
  if (data.query.order === 'name') return [...services.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'))
  if (data.query.order === 'gaps') return [...services.values()].sort((a, b) => gaps(b.id) - gaps(a.id))
  return [...services.values()]
}

function wantedCells({ cells, query: { q, show } }: CoverageData): Cell[] {
  const fits = {
    '': () => true,
    one: (n: number) => n === 1,
    gap: (n: number) => n === 0,
    double: (n: number) => n > 1,
  }
  return cells.filter(
    (cell) => fits[show](cell.bodies.length) && cell.serviceName.toLowerCase().includes(q.toLowerCase()),
  )
}

function shownPlaces(data: CoverageData) {
  const { places } = data.query
  return placesOf(data).slice((places - 1) * placesPageSize, places * placesPageSize)
}

/** Only places with a cell that is asked for: a gap is never on a page that was not opened. */
function placesOf(data: CoverageData): { code: string; name: string; name_en: string | null }[] {
  const known = new Map(data.territories.map((place) => [place.code, place]))
  const named = wantedCells(data).map((cell) => {
    const place = known.get(cell.territoryCode)
    return { code: cell.territoryCode, name: place?.name ?? cell.territoryName, name_en: place?.name_en ?? null }
  })
  return [...new Map(named.map((place) => [place.code, place])).values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

function Grid({ lang, data }: { lang: Lang; data: CoverageData }) {
  const { query, cells } = data
  const say = words[lang].view.coverage
  const services = servicesOf(data).slice((query.page - 1) * servicesPageSize, query.page * servicesPageSize)
  const places = shownPlaces(data)
  const byCell = new Map(cells.map((cell) => [`${cell.serviceId} ${cell.territoryCode}`, cell]))
  const rows = services.map((service) => ({
    label: service.name,
    cells: places.map((place) => shownCell(data, byCell.get(`${service.id} ${place.code}`))),
  }))
  const columns = places.map((place) => columnName(lang, data, place))
  return <CoverageGrid caption={say.caption} rowsLabel={say.service} columns={columns} rows={rows} />
}

/** The field of one organisation goes by its short name: there are many, and columns are narrow. */
function columnName(
  lang: Lang,
  { fields, names }: CoverageData,
  place: { code: string; name: string; name_en: string | null },
) {
  const body = fields.get(place.code)
  if (body) return shortName(names, body)
  return lang === 'en' && place.name_en ? place.name_en : place.name
}

/** A covered cell leads to its task; an empty one, for those who plan, to planning it. */
function shownCell({ programme, names, mayPlan }: CoverageData, cell: Cell | undefined): Shown {
  if (!cell) return { state: 'none' }
  const [task] = cell.tasks
  const href = task ? taskPaths.task(programme.slug, task) : undefined
  const who = cell.bodies.map((id) => shortName(names, id))
  if (who.length === 1) return { state: 'one', who: who[0]!, href }
  if (who.length > 1) return { state: 'double', who, href }
  const plan = taskPaths.plan(programme.slug, { service: cell.serviceId, territory: cell.territoryCode })
  return { state: 'gap', href: mayPlan ? plan : undefined }
}
