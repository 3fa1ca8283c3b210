import type { IsoDate } from '#kernel/calendar.ts'
import { formatWeekday, type Lang } from '#ui/language.ts'

/** The three zones of Indonesia; none has daylight saving. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
export type Zone = (typeof zones)[number]

const offsets: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }
export const zoneNames: Record<Zone, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
const hourMs = 3_600_000
const minuteMs = 60_000

export const clockPattern = /^([01]\d|2[0-3])[.:][0-5]\d$/

/** Minutes of the day, from "09.30" or "09:30". */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

export function instantOf(day: IsoDate, minute: number, zone: Zone): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minute * minuteMs - offsets[zone] * hourMs)
}

/** The day and the clock of an instant where the meeting is. */
export function localOf(instant: Date, zone: Zone): { day: IsoDate; clock: string } {
  const iso = new Date(instant.getTime() + offsets[zone] * hourMs).toISOString()
  return { day: iso.slice(0, 10), clock: iso.slice(11, 16) }
}

export function endOf(starts: Date, minutes: number): Date {
  return new Date(starts.getTime() + minutes * minuteMs)
}

type Timed = { starts_at: Date; length_minutes: number; zone: Zone }

/** "Rabu, 2 Desember 2026, 09.00–11.00 WIB". */
export function whenWords(lang: Lang, meeting: Timed): string {
  const { day, hours } = whenParts(lang, meeting)
  return `${day}, ${hours}`
}

/** The same in two parts, neither of which is broken across lines. */
export function whenParts(lang: Lang, { starts_at, length_minutes, zone }: Timed): { day: string; hours: string } {
  const from = localOf(starts_at, zone)
  const to = localOf(endOf(starts_at, length_minutes), zone)
  const hours = `${written(lang, from.clock)}–${written(lang, to.clock)} ${zoneNames[zone]}`
  return { day: formatWeekday(lang, from.day), hours }
}

function written(lang: Lang, clock: string): string {
  return lang === 'id' ? clock.replace(':', '.') : clock
}
