import { monthInterval } from '#kernel/calendar.ts'
import type { Lang } from '#kernel/reason.ts'
import type { ExchangeTarget } from '#modules/programmes/exchange-format.ts'
import { wordsIn } from './task.ts'
import { words } from './words.ts'

/** When something is due. What is no date stays what it is: every 3 months, 90 days after an event, or a text. */
export type Target = ExchangeTarget
export type TargetUnit = 'day' | 'working-day' | 'week' | 'month' | 'quarter' | 'year'
export const targetUnits = ['day', 'working-day', 'week', 'month', 'quarter', 'year'] as const

/** A target as a task keeps it: the last day it names, and the whole of it where it is no plain date. */
export type Kept = { due: string | null; target: Target | null }

export function keep(target: Target | undefined): Kept {
  if (!target) return { due: null, target: null }
  if (target.kind === 'date') return { due: target.date, target: target.raw ? target : null }
  if (target.kind === 'month') return { due: lastDay(target.month), target }
  return { due: null, target }
}

/** The other way round, for the exchange file. */
export function kept(due: string | null, target: unknown): Target | undefined {
  if (target) return target as Target
  return due ? { kind: 'date', date: due } : undefined
}

function lastDay(month: string): string {
  return monthInterval(Number(month.slice(0, 4)), Number(month.slice(5, 7))).last
}

export function sameTarget(one: Kept, other: Kept): boolean {
  return one.due === other.due && canonical(one.target) === canonical(other.target)
}

/** jsonb gives keys back in its own order. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .sort()
    .join(',')}}`
}

/** Later, or no longer a date: what counts as an extension. */
export function isExtension(from: Kept, to: Kept): boolean {
  if (from.due === null) return false
  return to.due === null || to.due > from.due
}

/** "Setiap 3 bulan", "90 hari setelah pedoman terbit": a target that is no date, in words. */
export function targetWords(target: Target, lang: Lang): { text: string; lang?: string } {
  const say = words[lang].target
  switch (target.kind) {
    case 'date':
      return { text: target.date, lang }
    case 'month':
      return { text: target.month, lang }
    case 'every': {
      const note = target.note ? `, ${wordsIn(target.note, lang).text}` : ''
      return { text: say.every(target.interval, say.unit[target.unit](target.interval)) + note, lang }
    }
    case 'after': {
      const event = wordsIn(target.event, lang).text
      const span =
        target.amount && target.unit
          ? `${target.amount} ${say.unit[target.unit](target.amount)} ${say.after}`
          : say.justAfter
      const again = target.thenEvery
        ? say.again(say.every(target.thenEvery.interval, say.unit[target.thenEvery.unit](target.thenEvery.interval)))
        : ''
      return { text: `${span} ${event}${again}`, lang }
    }
    case 'text':
      return target.words ? wordsIn(target.words, lang) : { text: target.raw, lang: undefined }
  }
}
