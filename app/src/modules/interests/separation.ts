import type { Check, ChecksOf, Condition, Row } from '#modules/monitoring/signal.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import { words } from './words.ts'

/** Ways in which someone checks their own work, in the order in which the evidence names them. */
export const ownWork = ['implementer', 'own-evidence', 'own-minutes', 'own-appeal'] as const
export type OwnWork = (typeof ownWork)[number]

/**
 * D12 c: auditors who sit for the work that they audit, and reviews of the window by whoever made what was reviewed.
 * Each kind of check is told by the module that keeps its rows; modules.ts passes them in.
 */
export function separationOf(sources: ChecksOf[]): Condition {
  return {
    detector: 'D12',
    letter: 'c',
    async observe(tx, { programmeId, window, at }) {
      const told = await Promise.all(sources.map((checks) => checks(tx, programmeId, { from: window.from, to: at })))
      const checks = oneEach(told.flat())
      if (checks.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.noChecks }
      const own = checks.filter((one) => one.own)
      const rows = checks.map(({ kind, id, own: counted, note }): Row => {
        return counted ? { kind, id, counted, note } : { kind, id, counted }
      })
      return {
        kind: 'observed',
        value: own.length,
        n: checks.length,
        evidence: (lang) => evidence(lang, checks.length, own),
        rows,
        parties: [...new Set(own.flatMap((one) => one.parties))],
      }
    },
  }
}

function oneEach(checks: Check[]): Check[] {
  const rows = new Map<string, Check>()
  for (const check of checks) {
    const key = `${check.kind} ${check.id}`
    const known = rows.get(key)
    if (!known || (check.own && !known.own)) rows.set(key, check)
  }
  return [...rows.values()]
}

function evidence(lang: Lang, all: number, own: Check[]): string {
  const say = words[lang].signals
  const count = (value: number) => formatNumber(lang, value)
  const named = ownWork.flatMap((note) => {
    const found = own.filter((one) => one.note === note).length
    return found > 0 ? [say.own[note](count(found))] : []
  })
  if (named.length === 0) return say.noneOwn(count(all))
  return say.ownWork(count(all), count(own.length), named.join('; '))
}
