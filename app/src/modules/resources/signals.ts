import { organisationNames } from '#modules/directory/public.ts'
import type { Condition, DescribedRow, Measure, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { formatDate, formatNumber, formatRupiah, type Lang } from '#ui/language.ts'
import { fewest, type Share, shareOf, singleBids, topSupplier } from './concentration.ts'
import { resourcePaths } from './paths.ts'
import { contractRowsOf, lineRows, signedContracts, spentLines } from './store/signals.ts'
import { words } from './words.ts'

// Sums of whole programmes in full are too long for a small screen.
const million = 1_000_000

/** S2: how far spending was from the first plan, over the lines of the newest fiscal year that is over; in millions of rupiah. */
const reliability: Measure = {
  indicator: 'S2',
  async measure(tx, { programmeId, at }) {
    const lines = await spentLines(tx, programmeId, at)
    if (lines.length === 0) return { kind: 'no-records', because: (lang) => words[lang].signals.noYear }
    const off = (line: (typeof lines)[number]) => Math.abs(line.actual - line.planned)
    const rows = lines.map((line): Row => {
      const note = line.actual > line.planned ? 'over' : line.actual < line.planned ? 'under' : 'exact'
      return { kind: 'budget-line', id: line.id, counted: off(line) > 0, weight: line.planned / million, note }
    })
    const sum = (of: (line: (typeof lines)[number]) => number) =>
      lines.reduce((all, line) => all + of(line), 0) / million
    return { kind: 'measured', k: sum(off), n: sum((line) => line.planned), rows }
  },
}

/** D12 d: the largest part that one supplier holds of a requester's contracts, and tenders with a single bid. */
const concentration: Condition = {
  detector: 'D12',
  letter: 'd',
  async observe(tx, { programmeId, window }) {
    const contracts = await signedContracts(tx, programmeId, window)
    if (contracts.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.noContracts }
    const [top, single] = [topSupplier(contracts), singleBids(contracts)]
    const shown = worse(top, single)
    if (!shown) {
      const needed = (lang: Lang) => words[lang].signals.fewContracts(formatNumber(lang, fewest))
      return {
        kind: 'not-enough',
        n: contracts.length,
        because: needed,
        rows: rowsOf({ of: contracts, counted: new Set() }),
      }
    }
    const requester = shown.of[0]!.requester_id
    const names = await organisationNames(tx, [requester])
    const alternatives: Record<string, number> = single ? { singleBid: shareOf(single) } : {}
    return {
      kind: 'observed',
      value: top ? shareOf(top) : null,
      n: shown.of.length,
      alternatives,
      evidence: (lang) => {
        const say = words[lang].signals
        const [all, counted] = [formatNumber(lang, shown.of.length), formatNumber(lang, shown.counted.size)]
        if (shown === single) return say.singleBids(all, counted)
        return say.oneSupplier(all, names.get(requester)?.name ?? '–', counted)
      },
      rows: rowsOf(shown),
      parties: shown === single ? [] : [requester],
    }
  },
}

/** Which of the two is told of: the one that is further over the limit it has unless configured otherwise. */
function worse(top: Share | undefined, single: Share | undefined): Share | undefined {
  if (!top || !single) return top ?? single
  return shareOf(single) / 0.3 > shareOf(top) / 0.5 ? single : top
}

function rowsOf({ of, counted }: Share): Row[] {
  return of.map(({ id, bids, method }) => {
    const row = { kind: 'contract', id, counted: counted.has(id) }
    return bids === 1 && method !== 'direct' ? { ...row, note: 'single-bid' } : row
  })
}

export const resourceSignals: Signals = { measures: [reliability], conditions: [concentration] }

function notesOf<N extends keyof (typeof words)['id']['signals']['notes']>(...names: N[]) {
  return Object.fromEntries(names.map((name) => [name, (lang: Lang) => words[lang].signals.notes[name]]))
}

/** A line as a row behind S2. */
export const budgetLineRows: RowDescriber = {
  kind: 'budget-line',
  name: (lang) => words[lang].signals.lines,
  notes: notesOf('over', 'under', 'exact'),
  async describe(tx, ids) {
    const rows = await lineRows(tx, ids)
    return new Map(
      rows.map((row): [string, DescribedRow] => {
        const { id, title, lang, slug } = row
        const amounts = (to: Lang) =>
          words[to].signals.amounts(formatRupiah(to, row.planned), formatRupiah(to, row.realised))
        const url = resourcePaths.line(slug, id)
        return [id, { title, lang, url, facts: [() => row.agency, amounts], record: row }]
      }),
    )
  },
}

/** A contract as a row behind D12 d. */
export const contractRows: RowDescriber = {
  kind: 'contract',
  name: (lang) => words[lang].signals.contracts,
  notes: notesOf('single-bid'),
  async describe(tx, ids) {
    const rows = await contractRowsOf(tx, ids)
    return new Map(
      rows.map((row): [string, DescribedRow] => {
        const { id, title, lang, slug } = row
        const bodies = (to: Lang) => words[to].signals.bodies(row.requester, row.supplier)
        const signed = (to: Lang) => {
          const bids = formatNumber(to, row.bids)
          return words[to].signals.signed(formatDate(to, row.signed_on), formatRupiah(to, row.present_value), bids)
        }
        const url = resourcePaths.contract(slug, id)
        return [id, { title, lang, url, facts: [bodies, signed], record: row }]
      }),
    )
  },
}
