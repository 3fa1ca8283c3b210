/** Someone with a seat in the programme, whom a comment may mention. */
export type Mentionable = { id: string; name: string; organisation: string }

export type Mentions = {
  people: Mentionable[]
  /** Typed names that fit several people: who could be meant. */
  ambiguous: { typed: string; candidates: Mentionable[] }[]
  unknown: string[]
}

const typedName = /(?<![\p{L}\p{N}._])@(\p{Lu}[\p{L}'’.-]*(?:[ \u00a0]\p{Lu}[\p{L}'’.-]*){0,5})/gu
const mostMentions = 10

/**
 * Finds "@Made Putra" in a text: the longest run of capitalised words that begins a seated person's name, compared
 * word by word. `chosen`: ids that the writer picked where a name fits several people.
 */
export function findMentions(text: string, seated: Mentionable[], chosen: readonly string[] = []): Mentions {
  const found: Mentions = { people: [], ambiguous: [], unknown: [] }
  for (const [, run = ''] of text.matchAll(typedName)) {
    const words = run.split(/[ \u00a0]/).map((word) => word.replace(/[.,;:!?'’-]+$/, ''))
    const { typed, candidates } = longestMatch(words, seated)
    const picked = candidates.filter((one) => chosen.includes(one.id))
    const meant = candidates.length === 1 ? candidates : picked
    if (candidates.length === 0) found.unknown.push(words.join(' '))
    else if (meant.length === 0) found.ambiguous.push({ typed, candidates })
    else for (const one of meant) if (!found.people.includes(one)) found.people.push(one)
  }
  for (const one of seated) if (chosen.includes(one.id) && !found.people.includes(one)) found.people.push(one)
  return { ...found, people: found.people.slice(0, mostMentions) }
}

function longestMatch(words: string[], seated: Mentionable[]): { typed: string; candidates: Mentionable[] } {
  for (let count = words.length; count > 0; count -= 1) {
    const typed = words.slice(0, count)
    const begins = seated.filter(({ name }) => beginsWith(name, typed))
    const whole = begins.filter(({ name }) => name.split(' ').length === count)
    const candidates = whole.length > 0 ? whole : begins
    if (candidates.length > 0) return { typed: typed.join(' '), candidates }
  }
  return { typed: words.join(' '), candidates: [] }
}

function beginsWith(name: string, typed: string[]): boolean {
  const parts = name.toLowerCase().split(' ')
  return typed.every((word, index) => parts[index] === word.toLowerCase())
}
