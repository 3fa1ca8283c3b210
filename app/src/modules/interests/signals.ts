import { directoryPaths } from '#modules/directory/paths.ts'
import type { Condition, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { formatDate, formatNumber } from '#ui/language.ts'
import { standingOn } from './interest.ts'
import { declarantsIn, newestDeclarations, peopleNamed } from './store.ts'
import { words } from './words.ts'

/** D12 b: everyone who acts for a party declares; who has not, or not for twelve months, is missing. */
const missingDeclarations: Condition = {
  detector: 'D12',
  letter: 'b',
  async observe(tx, { programmeId, at }) {
    const seated = await declarantsIn(tx, programmeId, at)
    const people = [...new Map(seated.map((one) => [one.id, one])).values()]
    if (people.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.noSeats }
    const newest = await newestDeclarations(
      tx,
      people.map((one) => one.id),
      at,
    )
    const lacking = people.filter((one) => standingOn(newest.get(one.id), at) !== 'valid')
    const rows: Row[] = people.map(({ id }) => ({
      kind: 'declarant',
      id,
      counted: lacking.some((one) => one.id === id),
    }))
    return {
      kind: 'observed',
      value: lacking.length,
      n: people.length,
      evidence: (lang) =>
        words[lang].signals.missing(formatNumber(lang, people.length), formatNumber(lang, lacking.length)),
      rows,
      parties: [...new Set(lacking.map((one) => one.organisation_id))],
    }
  },
}

export const interestSignals: Signals = { measures: [], conditions: [missingDeclarations] }

/** A person as a row behind the number; the day of the newest declaration stands beside the name. */
export const interestRows: RowDescriber = {
  kind: 'declarant',
  name: (lang) => words[lang].signals.rows,
  notes: { uncontrolled: (lang) => words[lang].signals.uncontrolledNote },
  async describe(tx, ids) {
    const people = await peopleNamed(tx, ids)
    const newest = await newestDeclarations(tx, ids, '9999-12-31')
    return new Map(
      people.map(({ id, name }) => {
        const until = newest.get(id)?.valid_until
        const fact = (lang: 'id' | 'en') =>
          until
            ? `${words[lang].standing}: ${words[lang].until.toLowerCase()} ${formatDate(lang, until)}`
            : words[lang].standings.missing
        return [
          id,
          { title: name, lang: 'id' as const, record: 'open' as const, url: directoryPaths.person(id), facts: [fact] },
        ]
      }),
    )
  },
}
