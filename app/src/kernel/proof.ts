import { type Reason, reason } from './reason.ts'
import { kernelWords } from './words.ts'

/** How long a proof of who one is opens sensitive acts. */
export const proofMinutes = 10

/** The one refusal that a person can lift at once: pages then ask who they are and send the form again. */
export const proofNeeded: Reason = reason('proof-needed', (lang) => kernelWords[lang].proofNeeded(String(proofMinutes)))

/** `at`: when the person last proved who they are; null = never (a token cannot). */
export function provedLately(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() < proofMinutes * 60_000
}
