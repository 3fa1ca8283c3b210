import type { Text } from '#kernel/reason.ts'
import type { Condition, Measure, Observation, Row } from '#modules/monitoring/signal.ts'
import { charterTerms } from '#modules/programmes/public.ts'
import { formatNumber, formatPercent } from '#ui/language.ts'
import { type PastRecord, recordsOn, secretReads } from '../store/past.ts'
import { signalWords as words } from '../words-signals.ts'

/** What people write and may close; meetings and obstacles follow from these. */
const kinds = ['task', 'objective', 'commitment', 'decision']
const isClosed = (one: PastRecord) => one.class === 'restricted' || one.class === 'secret'
const rowOf = (one: PastRecord, counted: boolean): Row => ({ kind: one.kind, id: one.id, counted })
const partiesOf = (found: PastRecord[]) => [...new Set(found.map((one) => one.owner_id))]

/** T4: records that are public, of the kinds that the charter says are publishable. */
export const openShare: Measure = {
  indicator: 'T4',
  async measure(tx, { programmeId, at }) {
    const publishable = (await charterTerms(tx, programmeId))?.publishable ?? []
    const records = (await recordsOn(tx, programmeId, at, kinds)).filter((one) =>
      publishable.includes(one.record_table),
    )
    const because: Text = (lang) => (publishable.length === 0 ? words[lang].noCharter : words[lang].noRecords)
    if (records.length === 0) return { kind: 'no-records', because }
    const open = records.filter((one) => one.class === 'public')
    const lawful = records.filter((one) => isClosed(one) && one.grounded).length
    return {
      kind: 'measured',
      k: open.length,
      n: records.length,
      rows: records.map((one) => rowOf(one, one.class === 'public')),
      beside: [{ label: (lang) => words[lang].lawful, value: lawful }],
    }
  },
}

/** D5 a: closed, and nobody said on what ground and until when. */
export const groundless: Condition = {
  detector: 'D5',
  letter: 'a',
  async observe(tx, { programmeId, at }) {
    const records = await recordsOn(tx, programmeId, at, kinds)
    if (records.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noRecords }
    const closed = records.filter(isClosed)
    const lacking = closed.filter((one) => !one.grounded)
    return {
      kind: 'observed',
      value: lacking.length,
      n: records.length,
      evidence: (lang) =>
        closed.length === 0
          ? words[lang].noneClosed(formatNumber(lang, records.length))
          : words[lang].groundless(formatNumber(lang, closed.length), formatNumber(lang, lacking.length)),
      rows: closed.map((one) => rowOf(one, !one.grounded)),
      parties: partiesOf(lacking),
    }
  },
}

/** D5 b: the share closed on the last day of the window against the last day of the one before. */
export const risingShare: Condition = {
  detector: 'D5',
  letter: 'b',
  async observe(tx, { programmeId, at, previous }) {
    const [now, before] = await Promise.all([
      recordsOn(tx, programmeId, at, kinds),
      recordsOn(tx, programmeId, previous.to, kinds),
    ])
    const rows = now.map((one) => rowOf(one, isClosed(one)))
    if (before.length < 10)
      return { kind: 'not-enough', n: before.length, because: (lang) => words[lang].fewBefore, rows }
    const closed = now.filter(isClosed)
    const shareBefore = before.filter(isClosed).length / before.length
    return {
      kind: 'observed',
      value: now.length === 0 ? 0 : closed.length / now.length - shareBefore,
      n: now.length,
      evidence: (lang) =>
        words[lang].rise(
          formatNumber(lang, now.length),
          formatNumber(lang, closed.length),
          formatPercent(lang, shareBefore),
        ),
      rows,
      parties: partiesOf(closed),
    }
  },
}

type Closing = { records: PastRecord[]; closed: number; rate: number }

/** D5 d: an agency's rate of closing one kind of record against the median of the agencies that close any of that kind. */
export const farCloser: Condition = {
  detector: 'D5',
  letter: 'd',
  async observe(tx, { programmeId, at }): Promise<Observation> {
    const records = await recordsOn(tx, programmeId, at, kinds)
    const compared = kinds.flatMap((kind) => againstMedian(records.filter((one) => one.kind === kind)))
    const [furthest] = compared.toSorted((a, b) => b.times - a.times)
    if (!furthest) return { kind: 'not-enough', n: 0, because: (lang) => words[lang].fewDeciders, rows: [] }
    const { own, times } = furthest
    return {
      kind: 'observed',
      value: times,
      n: own.records.length,
      evidence: (lang) =>
        words[lang].far(
          formatNumber(lang, own.records.length),
          formatNumber(lang, own.closed),
          formatNumber(lang, Math.round(times * 10) / 10),
        ),
      rows: own.records.map((one) => rowOf(one, isClosed(one))),
      parties: [own.records[0]!.owner_id],
    }
  },
}

function againstMedian(records: PastRecord[]): { own: Closing; times: number }[] {
  const closings = [...Map.groupBy(records, (one) => one.owner_id).values()]
    .map((own): Closing => {
      const closed = own.filter(isClosed).length
      return { records: own, closed, rate: closed / own.length }
    })
    .filter((one) => one.closed > 0)
    .sort((a, b) => a.rate - b.rate)
  if (closings.length < 3) return []
  const middle =
    (closings[Math.floor((closings.length - 1) / 2)]!.rate + closings[Math.floor(closings.length / 2)]!.rate) / 2
  return closings.map((own) => ({ own, times: own.rate / middle }))
}

/** D5 e: a secret record that someone opened without need to know; severe at once. */
export const secretOpened: Condition = {
  detector: 'D5',
  letter: 'e',
  async observe(tx, { programmeId, at, window }) {
    const secret = (await recordsOn(tx, programmeId, at, kinds)).filter((one) => one.class === 'secret')
    const reads = await secretReads(tx, programmeId, window.from, at)
    if (secret.length + reads.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].noSecret }
    const times = reads.reduce((sum, one) => sum + one.times, 0)
    const unread = secret.filter((one) => !reads.some((read) => read.record_id === one.id))
    return {
      kind: 'observed',
      value: times,
      n: unread.length + reads.length,
      evidence: (lang) =>
        times === 0
          ? words[lang].notRead(formatNumber(lang, secret.length))
          : words[lang].reads(formatNumber(lang, reads.length), formatNumber(lang, times)),
      rows: [
        ...reads.map((one) => ({ kind: one.kind, id: one.record_id, counted: true })),
        ...unread.map((one) => rowOf(one, false)),
      ],
      parties: [...new Set(reads.map((one) => one.owner_id))],
      critical: times > 0,
    }
  },
}
