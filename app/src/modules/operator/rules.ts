import { type Actor, hasRole } from '#kernel/access.ts'
import { reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export function mayOperate(actor: Actor): Verdict {
  if (actor.kind !== 'person') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return hasRole(actor, 'operator') || reason('not-operator', (lang) => words[lang].onlyOperator)
}
