import { workingDaysBetween } from '#kernel/calendar.ts'
import type { Condition } from '#modules/monitoring/signal.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { formatNumber } from '#ui/language.ts'
import type { StakesOf } from './conflict.ts'
import { readConflicts } from './read-conflicts.ts'
import { declarantsIn } from './store.ts'
import { words } from './words.ts'

/** D12 e: working days for which the longest declared conflict has met the programme's work without a control. */
export function controlsOf(stakes: StakesOf[]): Condition {
  return {
    detector: 'D12',
    letter: 'e',
    async observe(tx, { programmeId, at, calendar }) {
      const programme = await programmeById(tx, programmeId)
      const people = await declarantsIn(tx, programmeId, at)
      const found = programme && (await readConflicts(tx, programme, people, at, stakes))
      if (!found || found.declared.length === 0)
        return { kind: 'unchecked', because: (lang) => words[lang].signals.noDeclared }
      const open = found.conflicts.filter((one) => one.control === undefined)
      const rows = found.declared.map((id) => {
        const waits = open
          .filter((one) => one.person_id === id)
          .map((one) => workingDaysBetween(calendar, one.since, at))
        const row = { kind: 'declarant', id, counted: waits.length > 0, weight: Math.max(0, ...waits) }
        return row.counted ? { ...row, note: 'uncontrolled' } : row
      })
      const counted = rows.filter((row) => row.counted)
      const days = Math.max(0, ...counted.map((row) => row.weight))
      return {
        kind: 'observed',
        value: days,
        n: rows.length,
        evidence: (lang) => {
          const say = words[lang].signals
          const all = formatNumber(lang, rows.length)
          if (counted.length === 0) return say.allControlled(all)
          return say.uncontrolled(all, formatNumber(lang, counted.length), formatNumber(lang, days))
        },
        rows,
        parties: [
          ...new Set(
            people.filter((one) => counted.some((row) => row.id === one.id)).map((one) => one.organisation_id),
          ),
        ],
      }
    },
  }
}
