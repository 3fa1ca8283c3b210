import type { Lang } from '#kernel/reason.ts'
import { charterWords } from './words/charter.ts'
import { commitmentWords } from './words/commitments.ts'
import { eventWords } from './words/events.ts'
import { partyWords } from './words/parties.ts'
import { programmeWords } from './words/programme.ts'

function wordsIn<L extends Lang>(lang: L) {
  return {
    ...programmeWords[lang],
    parties: partyWords[lang],
    seats: partyWords[lang].seats,
    charter: charterWords[lang],
    commitments: commitmentWords[lang],
    events: eventWords[lang],
  }
}

/** What the pages of this module say; the refusals of its policies are in words/refusals.ts. */
export const words = { id: wordsIn('id'), en: wordsIn('en') }

/** "dua", "two": small numbers as people say them. */
export function inWords(lang: Lang, count: number): string {
  return programmeWords[lang].page.numbers.split(',')[count] ?? String(count)
}
