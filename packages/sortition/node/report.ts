import { type Drawn, type Selection, ticketCount } from '../src/index.ts'

/** The JSON of the command: names that stay put. */
export function toJson(selection: Selection, drawn: Drawn | undefined): string {
  const { rule, proved, gap, minProbability, gini, geometricMean } = selection
  const data = {
    rule,
    proved,
    ...(proved ? {} : { gap }),
    minProbability,
    gini,
    geometricMean,
    probabilities: Object.fromEntries(selection.probabilities),
    panels: selection.panels.map(({ ids, tickets }) => ({ ids, weight: tickets / ticketCount })),
    drawn: drawn ? { seed: drawn.seed, panel: drawn.panel.ids } : null,
  }
  return JSON.stringify(data)
}

const percent = (share: number): string => `${(share * 100).toFixed(3)} %`
const grouped = (count: number): string => count.toLocaleString('en-GB')

/** What a person wants to read: how fair the draw is, who has which chance, and how to repeat the lottery. */
export function toText(selection: Selection, drawn: Drawn | undefined, numbered: boolean): string {
  const { rule, proved, gap, probabilities, panels } = selection
  const seats = panels[0]!.ids.length
  const lines = [
    `${seats} seats, ${grouped(probabilities.size)} people, rule ${rule}`,
    proved
      ? `Proved: no draw that keeps the quotas is fairer by the rule ${rule}.`
      : `Cut short: a valid draw, the best found so far; someone's chance may lie up to ${percent(gap)} below the bound.`,
    ...(numbered ? ['The people have no id column: they are called by the number of their line in the file.'] : []),
    '',
    `Smallest chance ${percent(selection.minProbability)} (no draw can give more than ${percent(selection.minBound)}), average ${percent(seats / probabilities.size)}`,
    `Gini ${selection.gini.toFixed(4)}, geometric mean ${percent(selection.geometricMean)}`,
    '',
    'Chances (people with each):',
    ...chances(probabilities),
    '',
    `${grouped(panels.length)} possible panels share ${grouped(ticketCount)} tickets.`,
    ...(drawn ? lottery(drawn, panels) : ['No seed was given, so nothing has been drawn yet.']),
  ]
  return lines.join('\n')
}

function chances(probabilities: Map<string, number>): string[] {
  const people = new Map<string, number>()
  for (const p of [...probabilities.values()].sort((a, b) => a - b))
    people.set(percent(p), (people.get(percent(p)) ?? 0) + 1)
  const all = [...people].map(([chance, count]) => `  ${chance.padStart(9)}  ${grouped(count)}`)
  return all.length <= 24 ? all : [...all.slice(0, 12), `  … ${all.length - 24} more …`, ...all.slice(-12)]
}

function lottery({ seed, commitment, ticket, panel, place }: Drawn, panels: Selection['panels']): string[] {
  const first = panels.slice(0, place).reduce((sum, { tickets }) => sum + tickets, 0)
  return [
    '',
    `Seed        ${seed}`,
    `Commitment  ${commitment}  (SHA-256 of the seed)`,
    `Ticket      ${grouped(ticket)}  (SHA-256 of "0:" and the seed, as a number, × ${grouped(ticketCount)} / 2^256, rounded down)`,
    `Panel       number ${place + 1} of the list, tickets ${grouped(first)} to ${grouped(first + panel.tickets - 1)}:`,
    `  ${panel.ids.join(', ')}`,
  ]
}
