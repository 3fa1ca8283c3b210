import type { ReadTx } from '#kernel/database.ts'
import { both, type Lang, type Text } from '#kernel/reason.ts'
import type { Condition, Evaluation, Observation, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { formatDate, formatNumber } from '#ui/language.ts'
import { attends, decidesInPerson, type Manner } from './meeting.ts'
import { meetingPaths } from './paths.ts'
import { attendanceFacts, decisionItems, itemFacts, lastHeld } from './store/past.ts'
import { words } from './words.ts'
import { signalWordsEn, signalWordsId } from './words-signals.ts'
import { localOf, type Zone } from './zone.ts'

const conditions: Condition[] = [
  { detector: 'D1', letter: 'b', observe: carriedOver },
  { detector: 'D1', letter: 'e', observe: absences },
  { detector: 'D11', letter: 'a', observe: headsPresent },
]

/** What meetings can tell of a programme: D1 b e, D11 a. */
export const meetingSignals: Signals = { measures: [], conditions }

function say(sentence: (words: typeof signalWordsId, num: (value: number) => string) => string): Text {
  return (lang) => sentence(lang === 'id' ? signalWordsId : signalWordsEn, (value) => formatNumber(lang, value))
}

const often = 2

/** D1 b: decisions on the agendas of the window, and those carried over twice or more by now. */
async function carriedOver(tx: ReadTx, { programmeId, at, window }: Evaluation): Promise<Observation> {
  const held = await lastHeld(tx, programmeId, at, { most: 1, heads: false })
  if (held.length === 0) return { kind: 'unchecked', because: say((w) => w.noMeetings) }
  const items = await decisionItems(tx, programmeId, window)
  if (items.length === 0) return { kind: 'not-enough', n: 0, because: say((w) => w.noDecisions), rows: [] }
  const stuck = items.filter((item) => item.carried >= often)
  return {
    kind: 'observed',
    value: stuck.length / items.length,
    n: items.length,
    evidence: say((w, num) => w.carried(num(items.length), num(stuck.length))),
    rows: items.map(({ id, carried }) =>
      rowOf('agenda-item', id, carried >= often, carried >= often ? 'carried' : undefined),
    ),
    parties: [...new Set(stuck.map((item) => item.owner_id))],
  }
}

const lastMeetings = 5

/** D1 e: how often the party that missed most was absent from the last five meetings. */
async function absences(tx: ReadTx, { programmeId, at }: Evaluation): Promise<Observation> {
  const meetings = await lastHeld(tx, programmeId, at, { most: lastMeetings, heads: false })
  if (meetings.length === 0) return { kind: 'unchecked', because: say((w) => w.noMeetings) }
  const rows = meetings.flatMap((meeting) => meeting.rows)
  const missed = new Map<string, number>()
  for (const row of rows)
    if (!attends(row.manner)) missed.set(row.organisation_id, (missed.get(row.organisation_id) ?? 0) + 1)
  const most = Math.max(0, ...missed.values())
  const worst = [...missed].filter(([, times]) => times === most).map(([id]) => id)
  const name = (await partiesOn(tx, programmeId, at)).find((party) => party.organisationId === worst[0])
  return {
    kind: 'observed',
    value: most,
    n: meetings.length,
    evidence: say((w, num) =>
      name ? w.absent(num(meetings.length), name.acronym ?? name.name, num(most)) : w.noneAbsent(num(meetings.length)),
    ),
    rows: rows
      .filter((row) => worst.length === 0 || worst.includes(row.organisation_id))
      .map((row) => rowOf('attendance', row.id, !attends(row.manner), attends(row.manner) ? undefined : 'absent')),
    parties: worst,
  }
}

const lastSteering = 4

/** D11 a: seats of decision makers taken by the heads themselves, over the last four meetings that asked for them. */
async function headsPresent(tx: ReadTx, { programmeId, at }: Evaluation): Promise<Observation> {
  const meetings = await lastHeld(tx, programmeId, at, { most: lastSteering, heads: true })
  if (meetings.length === 0) return { kind: 'unchecked', because: say((w) => w.noHeads) }
  const rows = meetings.flatMap((meeting) => meeting.rows)
  const present = rows.filter((row) => decidesInPerson(row.manner))
  const away = rows.filter((row) => !decidesInPerson(row.manner))
  return {
    kind: 'observed',
    value: rows.length === 0 ? null : present.length / rows.length,
    n: meetings.length,
    evidence: say((w, num) => w.heads(num(meetings.length), num(rows.length), num(present.length))),
    rows: rows.map((row) => rowOf('attendance', row.id, decidesInPerson(row.manner), noteOf(row.manner))),
    parties: oftenAway(
      away.map((row) => row.organisation_id),
      meetings.length,
    ),
  }
}

function noteOf(manner: Manner): string {
  if (decidesInPerson(manner)) return 'head'
  return attends(manner) ? 'delegated' : 'absent'
}

/** Parties whose head was away from more than half of the meetings. */
function oftenAway(ids: string[], meetings: number): string[] {
  return [...Map.groupBy(ids, (id) => id)].filter(([, times]) => times.length * 2 > meetings).map(([id]) => id)
}

function rowOf(kind: string, id: string, counted: boolean, note?: string): Row {
  return { kind, id, counted, note }
}

const notes: Record<string, Text> = Object.fromEntries(
  (Object.keys(signalWordsId.note) as (keyof typeof signalWordsId.note)[]).map((note) => [
    note,
    both(signalWordsId.note[note], signalWordsEn.note[note]),
  ]),
)

const items: RowDescriber = {
  kind: 'agenda-item',
  name: both(signalWordsId.items, signalWordsEn.items),
  notes,
  async describe(tx, ids) {
    const rows = await itemFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: row.title,
          lang: row.lang,
          url: meetingPaths.one(row.meeting_id),
          record: row,
          facts: [() => row.owner, say((w, num) => w.carriedTimes(num(row.carried)))],
        },
      ]),
    )
  },
}

const attendances: RowDescriber = {
  kind: 'attendance',
  name: both(signalWordsId.attendances, signalWordsEn.attendances),
  notes,
  async describe(tx, ids) {
    const rows = await attendanceFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: row.name,
          lang: row.lang as Lang,
          url: meetingPaths.one(row.meeting_id),
          record: { ...row, id: row.meeting_id },
          facts: [
            (lang: Lang) => formatDate(lang, localOf(row.starts_at, row.zone as Zone).day),
            (lang: Lang) => words[lang].manners[row.manner as Manner],
          ],
        },
      ]),
    )
  },
}

/** How matters and attendance look as rows behind a number. */
export const meetingRows: RowDescriber[] = [items, attendances]
