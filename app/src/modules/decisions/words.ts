import type { Text } from '#kernel/reason.ts'
import { actsEn, actsId } from './words/acts.ts'
import { namesEn, namesId } from './words/names.ts'
import { pagesEn, pagesId } from './words/pages.ts'
import { refusalsEn, refusalsId } from './words/refusals.ts'
import { signalsEn, signalsId } from './words/signals.ts'

export const words = {
  id: { ...namesId, ...pagesId, ...actsId, ...refusalsId, ...signalsId },
  en: { ...namesEn, ...pagesEn, ...actsEn, ...refusalsEn, ...signalsEn },
}

type EventName = keyof (typeof words)['id']['events']

export const decisionEventNames: Record<string, Text> = Object.fromEntries(
  Object.keys(words.id.events).map((name) => [name, (lang) => words[lang].events[name as EventName]]),
)
