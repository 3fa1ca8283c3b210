import type { Lang } from '#kernel/reason.ts'
import type { ProgrammeStatus } from '../programme.ts'
import type { Standing } from '../standing.ts'
import { inWords, words } from '../words.ts'

type Healthy = { status: ProgrammeStatus; charterInForce: boolean }

/** One line under the strip that says in words how a programme stands. */
export function healthOf(lang: Lang, programme: Healthy, standing: Standing | undefined): string {
  const say = words[lang].page.health
  if (programme.status === 'preparing' && !programme.charterInForce) return say.notStarted
  if (!standing) return programme.status === 'finished' ? say.finished : say.notEvaluated
  const parts = [indicators(lang, standing), obstacles(lang, standing)].filter((part) => part !== undefined)
  return parts.join(' ')
}

function indicators(lang: Lang, { judged: { good, watch, poor } }: Standing): string {
  const say = words[lang].page.health
  if (good + watch + poor === 0) return say.noData
  if (poor > 0) return sentence(say.below(capital(inWords(lang, poor))))
  if (watch > 0) return sentence(say.watch(capital(inWords(lang, watch))))
  return say.allGood
}

function obstacles(lang: Lang, { obstacles: { open, severe, treated } }: Standing): string | undefined {
  const say = words[lang].page.health
  if (open === 0) return undefined
  const found = severe > 0 ? say.severe(inWords(lang, severe)) : say.open(inWords(lang, open))
  return sentence(capital(treated >= open ? `${found}, ${say.treated}` : found))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function sentence(text: string): string {
  return `${text}.`
}
