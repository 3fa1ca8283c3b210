import { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { namedEvent } from '../event-names.ts'
import { FiguresPage } from '../pages/figures-page.tsx'
import { HomePage } from '../pages/home-page.tsx'
import { ListPage } from '../pages/list-page.tsx'
import { listQuery, offsetOf, pageSize } from '../paging.ts'
import { programmePaths } from '../paths.ts'
import { mayCreateProgramme, type ProgrammeCard, programmeStatuses } from '../programme.ts'
import type { ProgrammeExtensions, Standing } from '../standing.ts'
import { dueBetween } from '../store/commitments.ts'
import { latestEvents } from '../store/history.ts'
import { countProgrammes, figuresByProgramme, listProgrammes, readFigures } from '../store/programmes.ts'

const homeCards = 9

export function homeRoutes(site: Site, extensions: ProgrammeExtensions): void {
  mountPage(site, {
    name: 'read-home',
    path: '/',
    summary: both('Beranda: program bersama dan angkanya', 'Home: joint programmes and their figures'),
    tag: 'programmes',
    json: false,
    async load(tx, request) {
      const { today, lang } = request
      const cards = await listProgrammes(tx, { q: '', status: '' }, { offset: 0, limit: homeCards, day: today })
      const latest = await latestEvents(tx, 4)
      return {
        figures: await readFigures(tx, today),
        programmes: await withStanding(tx, cards, extensions, request),
        due: await dueBetween(tx, today, addDays(today, 60), 5),
        latest: latest.map((row) => namedEvent(lang, row, row.slug, extensions)),
      }
    },
    scope: () => 'everything',
    render: (data, view) => <HomePage data={data} view={view} />,
  })
  mountPage(site, {
    name: 'read-figures',
    path: programmePaths.figures(),
    summary: both('Angka beranda menurut program', 'The figures of the home page by programme'),
    tag: 'programmes',
    load: async (tx, { today }) => ({
      figures: await readFigures(tx, today),
      rows: await figuresByProgramme(tx, today),
    }),
    scope: () => 'everything',
    render: (data, view) => <FiguresPage data={data} view={view} />,
  })
  mountPage(site, {
    name: 'list-programmes',
    path: '/programmes',
    summary: both('Daftar program bersama', 'List of joint programmes'),
    tag: 'programmes',
    query: listQuery.extend({ status: z.enum(programmeStatuses).or(z.literal('')).catch('').default('') }),
    async load(tx, request) {
      const { q, status, page } = request.query
      const cards = await listProgrammes(tx, { q, status }, { ...offsetOf(page), day: request.today })
      const rows = await withStanding(tx, cards, extensions, request)
      const total = await countProgrammes(tx, { q, status })
      return { list: { rows, page, size: pageSize, total }, q, status }
    },
    scope: () => 'everything',
    render: (data, view, { actor }) => (
      <ListPage data={data} view={view} found={actor.kind === 'person' ? mayCreateProgramme(actor) : undefined} />
    ),
  })
}

async function withStanding(
  tx: ReadTx,
  cards: ProgrammeCard[],
  { standingOf }: ProgrammeExtensions,
  request: PageRequest<object>,
) {
  const ids = cards.map((card) => card.id)
  const standings = ids.length > 0 ? await standingOf(tx, ids, request as PageRequest) : new Map<string, Standing>()
  return cards.map((card) => ({ card, standing: standings.get(card.id) }))
}
