import type { Lang } from '#kernel/reason.ts'
import { formatNumber } from '#ui/language.ts'
import { attends } from './meeting.ts'
import type { Attendance } from './store/attendance.ts'
import { words } from './words.ts'

/** Paragraphs of a plain text: an empty line parts them. */
export function paragraphsOf(body: string): string[] {
  return body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
}

/** "9 dari 10 pihak hadir atau diwakili", of those whose attendance is known. */
export function tallyOf(lang: Lang, rows: { attendance?: Attendance }[]): string {
  const known = rows.flatMap((row) => row.attendance ?? [])
  const present = known.filter((one) => attends(one.manner))
  return words[lang].tally(formatNumber(lang, present.length), formatNumber(lang, known.length))
}
