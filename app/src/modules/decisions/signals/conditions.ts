import type { ReadTx } from '#kernel/database.ts'
import { organisationNames } from '#modules/directory/public.ts'
import type { Condition, Observation, Row } from '#modules/monitoring/signal.ts'
import { formatNumber } from '#ui/language.ts'
import { longestExchange } from '../decision.ts'
import { amendmentsIn, ballotsIn, decidedIn, type Side, sidesIn } from '../store/signals.ts'
import { words } from '../words.ts'

const contestedNeeded = 5

/** D2 a: published decisions that hold a vote against or a recorded dissent of a member. */
const dissentRate: Condition = {
  detector: 'D2',
  letter: 'a',
  async observe(tx, { programmeId, window, at }) {
    const decided = (await decidedIn(tx, programmeId, window, at)).filter((one) => one.published_on !== null)
    if (decided.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signal.none }
    const rows = decided.map((one) => ({ kind: 'decision', id: one.id, counted: one.objected }))
    const objected = rows.filter((row) => row.counted).length
    return {
      kind: 'observed',
      value: objected / rows.length,
      n: rows.length,
      evidence: (lang) => words[lang].signal.dissents(formatNumber(lang, rows.length), formatNumber(lang, objected)),
      rows,
      parties: [],
    }
  },
}

/** D2 b: the two parties that most often stood on opposite sides, of the contested votes in which both took a side. */
const opposition: Condition = {
  detector: 'D2',
  letter: 'b',
  async observe(tx, { programmeId, window }) {
    const rounds = [...Map.groupBy(await sidesIn(tx, programmeId, window), (side) => side.round_id).values()]
    const contested = rounds.filter((sides) => new Set(sides.map((side) => side.answer)).size === 2)
    const rowsOf = (counted: (sides: Side[]) => boolean): Row[] =>
      contested.map((sides) => ({ kind: 'decision', id: sides[0]!.decision_id, counted: counted(sides) }))
    const pair = mostOpposed(contested)
    if (!pair)
      return {
        kind: 'not-enough',
        n: contested.length,
        because: (lang) => words[lang].signal.fewContested(formatNumber(lang, contested.length)),
        rows: rowsOf(() => false),
      }
    return observedPair(
      tx,
      pair,
      rowsOf((sides) => opposed(sides, pair.parties)),
    )
  },
}

type Pair = { parties: [string, string]; met: number; opposed: number }

function mostOpposed(contested: Side[][]): Pair | undefined {
  const pairs = new Map<string, Pair>()
  for (const sides of contested)
    for (const one of sides)
      for (const other of sides) {
        if (one.organisation_id >= other.organisation_id) continue
        const parties: [string, string] = [one.organisation_id, other.organisation_id]
        const known = pairs.get(parties.join()) ?? { parties, met: 0, opposed: 0 }
        const apart = one.answer === other.answer ? 0 : 1
        pairs.set(parties.join(), { parties, met: known.met + 1, opposed: known.opposed + apart })
      }
  const enough = [...pairs.values()].filter((pair) => pair.met >= contestedNeeded)
  return enough.sort((a, b) => b.opposed / b.met - a.opposed / a.met)[0]
}

function opposed(sides: Side[], [a, b]: [string, string]): boolean {
  const answer = (party: string) => sides.find((side) => side.organisation_id === party)?.answer
  return answer(a) !== undefined && answer(b) !== undefined && answer(a) !== answer(b)
}

async function observedPair(tx: ReadTx, pair: Pair, rows: Row[]): Promise<Observation> {
  const names = await organisationNames(tx, pair.parties)
  const [a, b] = pair.parties.map((id) => names.get(id)?.name ?? '–') as [string, string]
  return {
    kind: 'observed',
    value: pair.opposed / pair.met,
    n: pair.met,
    evidence: (lang) =>
      words[lang].signal.opposed(formatNumber(lang, pair.opposed), formatNumber(lang, pair.met), a, b),
    rows,
    parties: pair.parties,
  }
}

/** D2 d: the longest exchange of wordings for one clause between the same two parties. */
const counterproposals: Condition = {
  detector: 'D2',
  letter: 'd',
  async observe(tx, { programmeId, window }) {
    const amendments = await amendmentsIn(tx, programmeId, window)
    if (amendments.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signal.noAmendments }
    const byDecision = [...Map.groupBy(amendments, (one) => one.decision_id)]
    const exchanges = byDecision.map(([id, own]) => ({ id, longest: longestExchange(own) }))
    const worst = exchanges.toSorted((a, b) => (b.longest?.revisions ?? 0) - (a.longest?.revisions ?? 0))[0]!
    const revisions = worst.longest?.revisions ?? 0
    return {
      kind: 'observed',
      value: revisions,
      n: amendments.length,
      evidence: (lang) => words[lang].signal.exchange(formatNumber(lang, revisions)),
      rows: exchanges.map(({ id }) => ({ kind: 'decision', id, counted: id === worst.id && revisions > 0 })),
      parties: worst.longest?.parties ?? [],
    }
  },
}

/** D12 a: a ballot of someone bound to a concerned organisation, also where that showed only afterwards. */
const boundBallots: Condition = {
  detector: 'D12',
  letter: 'a',
  async observe(tx, { programmeId, window }) {
    const cast = await ballotsIn(tx, programmeId, window)
    if (cast.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signal.noBallots }
    const bound = cast.filter((one) => one.bound)
    const rows = [...Map.groupBy(cast, (one) => one.decision_id)].map(([id, own]) => ({
      kind: 'decision',
      id,
      counted: own.some((one) => one.bound),
    }))
    return {
      kind: 'observed',
      value: bound.length,
      n: cast.length,
      evidence: (lang) => words[lang].signal.bound(formatNumber(lang, cast.length), formatNumber(lang, bound.length)),
      rows,
      parties: [...new Set(bound.map((one) => one.organisation_id))],
      critical: bound.length > 0,
    }
  },
}

export const decisionConditions: Condition[] = [dissentRate, opposition, counterproposals, boundBallots]
