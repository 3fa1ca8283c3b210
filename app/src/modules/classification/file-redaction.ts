import { createHash } from 'node:crypto'
import { type Ground, grounds } from '#kernel/grounds.ts'
import type { Bar } from '#modules/documents/public.ts'
import { blacken, type Passage } from './redaction.ts'
import { foundAgain } from './repeats.ts'

const markOf = /\[\[\s*([a-j])\s*[:.]\s*([\s\S]*?)\]\]/gi
/** Shorter ones (an initial, a number of a house) stand everywhere. */
const shortestRepeat = 4

/** The public version of a marked text: each marked passage, and every place where the same words stand again, is a bar. */
export function blackenEverywhere(marked: string): Passage[] | undefined {
  const passages = blacken(marked)
  return passages && hiddenIn(marked).reduce(cover, passages)
}

type Hidden = { ground: Ground; again: RegExp }

/** What is marked, each as it is found again. */
function hiddenIn(marked: string): Hidden[] {
  return [...marked.matchAll(markOf)].flatMap(([, letter, words]) => {
    if (solid(words!).length < shortestRepeat) return []
    return [{ ground: `17${letter!.toLowerCase()}` as Ground, again: foundAgain(words!) }]
  })
}

function cover(passages: Passage[], { ground, again }: Hidden): Passage[] {
  return passages.flatMap((one) => ('text' in one ? coverIn(one.text, { ground, again }) : [one]))
}

function coverIn(open: string, { ground, again }: Hidden): Passage[] {
  const parts = open.split(again)
  return parts.flatMap((text, index): Passage[] => {
    const left = text === '' ? [] : [{ text }]
    return index > 0 ? [{ ground }, ...left] : left
  })
}

/** Whether words that were marked can be read in a text that everyone gets; `openAlready`: what the decision says itself. */
export function stillReadable(text: string, marked: string, openAlready = ''): boolean {
  return hiddenIn(marked).some(({ again }) => again.test(text) && !again.test(openAlready))
}

const solid = (text: string) => text.replace(/\s+/g, '')

/** A text as it goes into the field: brackets that would read as marks are set apart. */
export function markable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll('[[', '[ [').replaceAll(']]', '] ]')
}

/** Where the marked text says something else than the original, some words of the original; spaces do not count. */
export function changedAt(original: string, marked: string): string | undefined {
  const given = solid(marked.replace(markOf, '$2'))
  const wanted = markable(original)
  const expected = solid(wanted)
  if (given === expected) return undefined
  let same = 0
  while (same < given.length && given[same] === expected[same]) same += 1
  return wordsAround(wanted, same)
}

/** `place`: counted without spaces. */
function wordsAround(text: string, place: number): string {
  let at = 0
  for (let solidCount = 0; at < text.length && solidCount < place; at += 1) if (!/\s/.test(text[at]!)) solidCount += 1
  return text
    .slice(Math.max(0, at - 20), at + 20)
    .replace(/\s+/g, ' ')
    .trim()
}

export function isPicture(kind: string): boolean {
  return kind === 'png' || kind === 'jpeg' || kind === 'webp'
}

export type MarkedBar = Bar & { ground: Ground }
const barOf = /^\s*([a-j])\s*[:.]?\s+([\d.,]+)\s+([\d.,]+)\s+([\d.,]+)\s+([\d.,]+)\s*$/i
const mostBars = 100

/** "h 10 20 30 5" a line: letter, then left, top, width and height in percent. Undefined where a line says something else. */
export function barsIn(text: string): MarkedBar[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0 || lines.length > mostBars) return undefined
  const bars = lines.map((line) => {
    const [, letter = '', ...numbers] = line.match(barOf) ?? []
    const [left, top, width, height] = numbers.map((one) => Number(one.replace(',', '.')))
    const ground = `17${letter.toLowerCase()}` as Ground
    return { ground, left: left!, top: top!, width: width!, height: height! }
  })
  return bars.every(fits) ? bars : undefined
}

function fits({ ground, left, top, width, height }: MarkedBar): boolean {
  return (
    grounds.includes(ground) &&
    left >= 0 &&
    top >= 0 &&
    width > 0 &&
    height > 0 &&
    left + width <= 100 &&
    top + height <= 100
  )
}

/** Tells whether what is opened is what was looked at. */
export function previewed(marks: string): string {
  return createHash('sha256').update(marks.replaceAll('\r\n', '\n').trim()).digest('hex')
}

export function groundsOf(parts: readonly (Passage | MarkedBar)[]): Ground[] {
  return [...new Set(parts.flatMap((one) => ('ground' in one ? [one.ground] : [])))].sort()
}
