import type { Text } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'
import { actsEn, actsId } from './words/acts.ts'
import { mailEn, mailId } from './words/mail.ts'
import { namesEn, namesId } from './words/names.ts'
import { pagesEn, pagesId } from './words/pages.ts'
import { refusalsEn, refusalsId } from './words/refusals.ts'
import { signalsEn, signalsId } from './words/signals.ts'

const id = { ...namesId, ...refusalsId, ...actsId, ...pagesId, ...signalsId, ...mailId }
const en: Words<typeof id> = { ...namesEn, ...refusalsEn, ...actsEn, ...pagesEn, ...signalsEn, ...mailEn }
export const words = { id, en }

export const requestEventNames: Record<string, Text> = Object.fromEntries(
  (Object.keys(id.events) as (keyof typeof id.events)[]).map((name): [string, Text] => [
    name,
    (lang) => words[lang].events[name],
  ]),
)
