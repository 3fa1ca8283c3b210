import type { Text } from '#kernel/reason.ts'
import { contractsEn, contractsId } from './words/contracts.ts'
import { linesEn, linesId } from './words/lines.ts'
import { offersEn, offersId } from './words/offers.ts'
import { rulesEn, rulesId } from './words/rules.ts'
import { signalsEn, signalsId } from './words/signals.ts'

export const words = {
  id: { ...linesId, ...rulesId, ...signalsId, contract: contractsId, offer: offersId },
  en: { ...linesEn, ...rulesEn, ...signalsEn, contract: contractsEn, offer: offersEn },
}

type EventName = keyof (typeof words)['id']['events']

export const resourceEventNames: Record<string, Text> = Object.fromEntries(
  Object.keys(words.id.events).map((name) => [name, (lang) => words[lang].events[name as EventName]]),
)
