import { type Actor, hasRole } from '#kernel/access.ts'
import { reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

/** Only an operator changes the calendar that every deadline depends on. */
export function mayChangeCalendar(actor: Actor): Verdict {
  if (actor.kind !== 'person') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (!hasRole(actor, 'operator')) return reason('not-operator', (lang) => words[lang].calendar.onlyOperator)
  return true
}
