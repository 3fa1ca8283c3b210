import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { type ProgrammeSection, programmeSection, type Standing } from '#modules/programmes/standing.ts'
import { Empty } from '#ui/empty.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import type { Levels } from '#ui/seven.tsx'
import { SevenKey } from '#ui/seven.tsx'
import type { View } from '#ui/view.ts'
import { benefits, words as uiWords } from '#ui/words.ts'
import { readBoard } from './board.ts'
import { indicatorsFor, leadOf } from './catalogue/catalogue.ts'
import type { ObstacleView } from './obstacle.ts'
import { viewObstacles } from './obstacle-view.ts'
import { checkedCounts } from './pages/checked.ts'
import { ObstacleCards } from './pages/obstacle-card.tsx'
import { ScoreBoard } from './pages/score-board.tsx'
import { monitoringPaths as paths } from './paths.ts'
import type { Board, StoredDetector } from './reading.ts'
import { evaluationJson, indicatorJson, obstacleJson } from './routes/json.ts'

import { detectorsRead, shownEvaluation } from './store/read-evaluation.ts'
import { clearedRows, openRows } from './store/read-obstacles.ts'
import { standings } from './store/standings.ts'
import { words } from './words/pages.ts'

/** The scoreboard of seven rows, for the page of a programme. */
const scoreboard = programmeSection<{ board: Board | undefined }>({
  order: 10,
  id: 'indicators',
  title: both(words.id.board.title, words.en.board.title),
  async load(tx, programme) {
    const evaluation = await shownEvaluation(tx, programme.id)
    return { board: evaluation && (await readBoard(tx, evaluation)) }
  },
  render({ board }, view, programme) {
    const say = words[view.lang].board
    if (!board) return { body: <Empty title={say.notYet}>{say.notYetRule}</Empty> }
    return {
      intro: say.intro(formatDate(view.lang, board.evaluation.at)),
      more: { href: paths.indicators(programme.slug), label: say.more },
      body: <BoardBody view={view} slug={programme.slug} board={board} />,
    }
  },
  json: ({ board }, { lang }) => ({
    evaluation: board && evaluationJson(board.evaluation),
    indicators: [...(board?.items.values() ?? [])].map((item) => indicatorJson(lang, item)),
  }),
})

function BoardBody({ view, slug, board }: { view: View; slug: string; board: Board }) {
  const { lang } = view
  return (
    <>
      <ScoreBoard
        slug={slug}
        caption={words[lang].board.caption(formatDate(lang, board.evaluation.at))}
        rows={benefits.map((benefit) => ({
          item: board.items.get(leadOf(benefit).id)!,
          name: uiWords[lang].benefit[benefit],
          href: `${paths.indicators(slug)}#${benefit}`,
          five: indicatorsFor(benefit).map((entry) => board.items.get(entry.id)!),
          open: board.open[benefit],
        }))}
      />
      <SevenKey />
      <p class="mf-small mf-muted">{words[lang].basis}</p>
    </>
  )
}

type ObstaclesData = {
  open: ObstacleView[]
  cleared: number
  detectors: ReadonlyMap<string, StoredDetector>
}

/** Open obstacles, the most severe first. */
const obstacles = programmeSection<ObstaclesData>({
  order: 20,
  id: 'obstacles',
  title: both(words.id.obstacles.section, words.en.obstacles.section),
  async load(tx, programme) {
    const evaluation = await shownEvaluation(tx, programme.id)
    if (!evaluation) return undefined
    return {
      open: await viewObstacles(tx, await openRows(tx, programme.id), evaluation),
      cleared: (await clearedRows(tx, programme.id, { page: 1, size: 1 })).total,
      detectors: await detectorsRead(tx, evaluation.id),
    }
  },
  render({ open, cleared, detectors }, { lang }, programme) {
    const say = words[lang].obstacles
    const more = cleared > 0 ? say.clearedCount(formatNumber(lang, cleared)) : say.all
    return {
      count: open.length,
      intro: open.length > 0 ? say.openIntro(formatNumber(lang, open.length)) : undefined,
      more: { href: paths.obstacles(programme.slug), label: more },
      body:
        open.length > 0 ? (
          <ObstacleCards slug={programme.slug} obstacles={open} />
        ) : (
          <Empty title={say.noneOpen}>{say.noneOpenRule(...checkedCounts(lang, detectors))}</Empty>
        ),
    }
  },
  json: ({ open, cleared }, { lang }) => ({ open: open.map((one) => obstacleJson(lang, one)), cleared }),
})

export const sections: ProgrammeSection[] = [scoreboard, obstacles]

/** How programmes stand, for cards and lists: three statements, whatever their number. */
export async function standingOf(tx: ReadTx, programmeIds: string[]): Promise<Map<string, Standing>> {
  const found = await standings(tx, programmeIds)
  return new Map(
    [...found].map(([id, { levels, obstacles }]) => {
      const shown = benefits.map((benefit) => [benefit, levels.get(leadOf(benefit).id) ?? 'none'])
      const judged = { good: 0, watch: 0, poor: 0 }
      for (const level of levels.values()) judged[level] += 1
      return [id, { levels: Object.fromEntries(shown) as Levels, judged, obstacles }]
    }),
  )
}
