import { fold } from '#kernel/tabular/plain-text.ts'

/** Words that say beyond doubt what a body is; the first that fits counts. */
const kinds = [
  [
    'legislature',
    /\b(parliaments?|parlemen|parlamento|dprd|dpr|dpd|legislature|(national|legislative) assembly|asamblea (nacional|legislativa)|congreso|senate|senado|house of representatives)\b/,
  ],
  [
    'university',
    /\b(universit(y|ies|as|e)|universidad(es)?|universidade|politeknik|polytechnic|institut teknologi|perguruan tinggi)\b/,
  ],
  ['business', /^(pt|cv|ud|firma)\b|\b(ltd|llc|inc|gmbh|plc|tbk|perseroan|perumda|company)\b/],
  ['community', /\b(pkk|posyandu|karang taruna|kader|kelompok (tani|nelayan|masyarakat))\b/],
  [
    'non-profit',
    /\b(yayasan|foundation|fundacion|fundacao|fondation|ngos?|csos?|lsm|ormas|perkumpulan|asosiasi|associations?|asociacion|associacao|civil society|transparency international|coalition|koalisi)\b/,
  ],
] as const

/** What kind of body a name is of: an agency unless its words say otherwise. */
export function kindOfName(name: string): 'agency' | (typeof kinds)[number][0] {
  const folded = fold(name)
  return kinds.find(([, words]) => words.test(folded))?.[0] ?? 'agency'
}
