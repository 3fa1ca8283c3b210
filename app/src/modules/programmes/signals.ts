import type { Condition, Measure, Signals } from '#modules/monitoring/signal.ts'
import { kept } from './commitment.ts'
import { headSignatures } from './signature-signals.ts'
import { allSeats, requiredRolesOf } from './store/seats.ts'
import { commitmentsDue } from './store/signals.ts'
import { rolesOn } from './vacancy.ts'
import { words } from './words.ts'

/**
 * F1: commitments whose first date lies in the window, kept when their latest assessment on the day of evaluation is
 * substantial or complete. What was never assessed, or withdrawn after its date, counts as due and not kept. Left out is
 * what its source did not assess, because unknown is not the same as failed, and what was withdrawn by its first date.
 */
const highCompletion: Measure = {
  indicator: 'F1',
  async measure(tx, { programmeId, window, at }) {
    const due = await commitmentsDue(tx, programmeId, window, at)
    if (due.length === 0) return { kind: 'no-records', because: (lang) => words[lang].commitments.signals.noDue }
    const rows = due.map((one) => ({
      kind: 'commitment',
      id: one.id,
      counted: kept(one.outcome),
      note: one.outcome ?? 'unassessed',
    }))
    return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows }
  },
}

/** D3 c: the longest time, in working days, that a role of the charter has had no person. */
const vacancies: Condition = {
  detector: 'D3',
  letter: 'c',
  async observe(tx, { programmeId, at, calendar }) {
    const roles = await requiredRolesOf(tx, programmeId)
    const states = rolesOn(roles, await allSeats(tx, programmeId), at, calendar)
    if (states.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].commitments.signals.noRoles }
    const vacant = states.filter((state) => !state.filled).sort((a, b) => b.workingDays - a.workingDays)
    const rows = states.map(({ role, filled, workingDays }) => ({
      kind: 'required-role',
      id: role.id,
      counted: !filled,
      weight: workingDays,
    }))
    const days = vacant[0]?.workingDays ?? 0
    const figures = [vacant.length, states.length, days].map(String) as [string, string, string]
    return {
      kind: 'observed',
      value: days,
      n: states.length,
      evidence: (lang) => evidence(words[lang].commitments.signals, figures),
      rows,
      parties: [...new Set(vacant.flatMap((state) => state.role.organisation_id ?? []))],
    }
  },
}

type Say = (typeof words)['id']['commitments']['signals']

function evidence(say: Say, [vacant, all, days]: [string, string, string]): string {
  return vacant === '0' ? say.noVacancy(all) : say.vacancy(vacant, all, days)
}

/** What commitments and seats can tell of a programme. */
export const programmeSignals: Signals = { measures: [highCompletion], conditions: [vacancies, headSignatures] }
