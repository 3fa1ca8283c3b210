export const kinds = [
  'nik',
  'family-card',
  'tax-number',
  'health-insurance',
  'passport',
  'phone',
  'email',
  'name',
  'health',
  'bank-account',
  'coordinates',
] as const
export type Kind = (typeof kinds)[number]

/** A stretch of text, [start, end) in UTF-16 units. `confidence` 0–1: how likely it is that it says something of a person. */
export type Hit = { kind: Kind; start: number; end: number; confidence: number }

/** From here on a hit is worth stopping for. */
export const worthAsking = 0.6

/** Words in the same sentence, up to `reach` characters before and after a stretch. */
export function around(text: string, start: number, end: number, reach = 48): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  return { before: before.slice(lastBreak(before)), after: after.slice(0, firstBreak(after)) }
}

const breaks = /[!?\n]|\.(?=\s+[A-Z])/g
function lastBreak(text: string): number {
  const found = [...text.matchAll(breaks)].at(-1)
  // "No. KK", "a.n. Siti": a short word with a point ends no sentence
  return found && !/\b(?:no|nomor|tel|telp|hp|a\.n|an|sdr|sdri|bpk|rek)$/i.test(text.slice(0, found.index))
    ? found.index + 1
    : 0
}
function firstBreak(text: string): number {
  const found = text.search(breaks)
  return found < 0 ? text.length : found
}
