import type { SubjectReader } from '#kernel/subject-reader.ts'
import type { Condition, Row } from '#modules/monitoring/signal.ts'
import { findPersonalData } from '#packages/personal-data'
import { formatNumber } from '#ui/language.ts'
import { clockOf, noticeHours } from '../breach.ts'
import { openWords } from '../redaction.ts'
import { breachesOf } from '../store/breaches.ts'
import { releasedUntil } from '../store/file-redactions.ts'
import { confirmationsIn, recordsOn } from '../store/past.ts'
import { tablesPublished, textsPublished } from '../store/redactions.ts'
import { confirmedKinds } from '../store/text-findings.ts'
import { signalWords as words } from '../words-signals.ts'

const kinds = ['task', 'objective', 'commitment', 'decision']
const atOnce = 1_000
/** The end of a day in western Indonesia. */
const endOf = (day: string) => new Date(Date.parse(`${day}T17:00:00Z`))

/** D6 a: titles of public records that hold a pattern, as they stand now, and texts of the window that someone let pass. */
export const personalInPublic = (readers: SubjectReader[]): Condition => ({
  detector: 'D6',
  letter: 'a',
  async observe(tx, { programmeId, at, window }) {
    const records = (await recordsOn(tx, programmeId, at, kinds)).filter((one) => one.class === 'public')
    const rows: Row[] = []
    for (const reader of readers.filter((one) => kinds.includes(one.kind))) {
      const ids = records.filter((one) => one.kind === reader.kind).map((one) => one.id)
      for (let from = 0; from < ids.length; from += atOnce)
        for (const { id, title, title_en } of await reader.heads(tx, ids.slice(from, from + atOnce)))
          rows.push({ kind: reader.kind, id, counted: findPersonalData(`${title}\n${title_en ?? ''}`).length > 0 })
    }
    for (const { id } of await confirmationsIn(tx, programmeId, window.from, at))
      rows.push({ kind: 'confirmation', id, counted: true })
    if (rows.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noRecords }
    const found = rows.filter((row) => row.counted)
    const owners = new Map(records.map((one) => [one.id, one.owner_id]))
    return {
      kind: 'observed',
      value: found.length,
      n: rows.length,
      evidence: (lang) => words[lang].personal(formatNumber(lang, rows.length), formatNumber(lang, found.length)),
      rows,
      parties: [...new Set(found.flatMap(({ id }) => owners.get(id) ?? []))],
    }
  },
})

/** D6 b: cells of one to four people in published tables. */
export const smallCellsOpen: Condition = {
  detector: 'D6',
  letter: 'b',
  async observe(tx, { programmeId, at }) {
    const tables = await tablesPublished(tx, programmeId, endOf(at))
    if (tables.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noTables }
    const isSmall = (value: number | null) => value !== null && value > 0 && value < 5
    const rows = tables.map(({ id, cells }) => ({
      kind: 'redaction',
      id,
      counted: cells!.rows.some((row) => row.cells.some(isSmall)),
    }))
    const small = rows.filter((row) => row.counted).length
    return {
      kind: 'observed',
      value: small,
      n: rows.length,
      evidence: (lang) => words[lang].tables(formatNumber(lang, rows.length), formatNumber(lang, small)),
      rows,
      parties: [],
    }
  },
}

/**
 * D6 e: versions open in part whose open words look like personal data. What was blackened is kept nowhere and cannot be
 * looked for; that it is not in the file was checked when it was made.
 */
export const stillInReleased: Condition = {
  detector: 'D6',
  letter: 'e',
  async observe(tx, { programmeId, at }) {
    const [texts, files] = await Promise.all([
      textsPublished(tx, programmeId, endOf(at)),
      releasedUntil(tx, programmeId, endOf(at)),
    ])
    const passed = await confirmedKinds(
      tx,
      texts.map((one) => one.classification_id),
    )
    const rows: Row[] = [
      ...texts.map(({ id, passages, classification_id }) => {
        const kindsFound = findPersonalData(openWords(passages!)).map((hit) => hit.kind)
        const counted = kindsFound.some((kind) => !passed.get(classification_id)?.has(kind))
        return { kind: 'redaction', id, counted }
      }),
      ...files.map(({ id, found }) => ({ kind: 'file-redaction', id, counted: found })),
    ]
    if (rows.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noReleased }
    const found = rows.filter((row) => row.counted)
    return {
      kind: 'observed',
      value: found.length,
      n: rows.length,
      evidence: (lang) => words[lang].released(formatNumber(lang, rows.length), formatNumber(lang, found.length)),
      rows,
      parties: [...new Set(files.filter((one) => one.found).map((one) => one.owner_id))],
    }
  },
}

/** D6 c: hours since the oldest breach was discovered that nobody was told of; past 72 a legal deadline is broken. */
export const untoldBreach: Condition = {
  detector: 'D6',
  letter: 'c',
  async observe(tx, { programmeId, at }) {
    const end = endOf(at)
    const breaches = (await breachesOf(tx, programmeId)).filter((one) => one.discovered_at < end)
    if (breaches.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noBreaches }
    const open = breaches.filter((one) => {
      const { toldAt } = clockOf(one, end)
      return !toldAt || toldAt >= end
    })
    const hours = open.map((one) => Math.floor((end.getTime() - one.discovered_at.getTime()) / 3_600_000))
    const longest = Math.max(0, ...hours)
    return {
      kind: 'observed',
      value: longest,
      n: breaches.length,
      evidence: (lang) =>
        words[lang].breaches(
          formatNumber(lang, breaches.length),
          formatNumber(lang, open.length),
          formatNumber(lang, longest),
        ),
      rows: breaches.map((one) => ({ kind: 'breach', id: one.id, counted: open.includes(one) })),
      parties: [...new Set(open.map((one) => one.owner_id))],
      critical: longest >= noticeHours,
    }
  },
}
