import { cut, type InstitutionNote, type Part, type Step, splitLines, splitMarks } from './cell-structure.ts'
import {
  beginsWithBody,
  hasConjunction,
  institutionKey,
  isAcronym,
  isGroupLabel,
  isPeopleLabel,
  isPortfolio,
  namesBody,
} from './institution-words.ts'
import { unescapeEntities } from './plain-text.ts'
import { type Institution, LEADING_ACRONYM, readInstitution, tidyName } from './read-institution.ts'
import { readSentinel } from './sentinels.ts'

export type InstitutionsReading = { institutions: Institution[]; notes: InstitutionNote[] }

/** `known`: keys (see institutionKey) of bodies already in the directory; they are never cut and " and " may part two of them. */
export type SplitOptions = { known?: ReadonlySet<string> }

/** Characters; a longer cell is a document, not a list of names. */
const LONGEST = 5_000

/**
 * Parts a cell into the bodies it names. The order of evidence: bullets and running numbers, empty lines and line breaks
 * (unless a break only wraps a name), semicolons, spaced slashes, full stops before a new name, commas, and " and "
 * between two known names or two that both begin with a word for a body. Never inside brackets or quotation marks. A
 * comma belongs to the name when the name began with a portfolio ("Ministry of …", "Dinas …") and what follows are
 * subjects without a word for a body, up to one with "and" ("…, Industry and Energy").
 */
export function splitInstitutions(raw: string, { known = new Set() }: SplitOptions = {}): InstitutionsReading {
  if (raw.length > LONGEST) return { institutions: [], notes: [] }
  const notes = new Set<InstitutionNote>()
  const note = (found: InstitutionNote) => notes.add(found)
  const text = unescapeEntities(raw)
    .replace(/\r\n?/g, '\n')
    .replace(/(\p{Ll})-\n\s*(?=\p{Ll})/gu, '$1')
  const walk = (parts: Part[], step: Step) =>
    parts.flatMap((part) =>
      step(part, known, note).map((piece) => (typeof piece === 'string' ? { ...part, text: piece } : piece)),
    )
  const blocks = BLOCKS.reduce(walk, [{ text, marked: false }])
  const parts = NAMES.reduce(walk, dropLabels(blocks, note))
  const institutions = unique(
    parts
      .map((part) => ({ ...part, text: tidyName(part.text) }))
      .filter((part) => part.text !== '' && !readSentinel(part.text))
      .map((part) => {
        const institution = readInstitution(part.text)
        return part.people ? { ...institution, doubtful: true } : institution
      }),
  )
  if (institutions.length > 1) note('institutions-split')
  if (institutions.some((institution) => institution.doubtful)) note('institution-doubtful')
  return { institutions, notes: [...notes] }
}

const splitSemicolons: Step = ({ text }) => cut(text, /;/)

/**
 * "Civil society: A, B" loses its heading, and "State actors involved" alone names nobody. A heading of persons holds for
 * what follows it, until another heading or the name of a body.
 */
function dropLabels(parts: readonly Part[], note: (note: InstitutionNote) => void): Part[] {
  let people = false
  return parts.flatMap((part) => {
    let rest = part.text
    for (;;) {
      const at = /(?<!\d)(\s?:| [-–—] )\s*/.exec(rest)
      if (!at || !isGroupLabel(rest.slice(0, at.index))) break
      note('group-label-dropped')
      people = isPeopleLabel(rest.slice(0, at.index))
      rest = rest.slice(at.index + at[0].length)
    }
    people &&= !namesBody(rest)
    if (!/ (involved|responsible)(\s*\([^)]*\))?\s*$/i.test(rest) || !isGroupLabel(rest))
      return [{ ...part, text: rest, people: people || part.people }]
    note('group-label-dropped')
    return []
  })
}

/** Spaced slashes part names; tight ones ("NEPAD/APRM") only between two longer names that both say what body they are. */
const splitSlashes: Step = ({ text }) =>
  cut(text, /\s\/\s|\s\|\s/).flatMap((piece) =>
    cut(piece, /(?<=[\p{L})])\/(?=\p{Lu})/u, (left, right) => {
      const touching = [left.split(' ').at(-1)!, right.split(' ')[0]!]
      return !touching.every(isAcronym) && [left, right].every((side) => / /.test(side.trim()) && namesBody(side))
    }),
  )

const TITLES = /(^|\s)(mr|ms|mrs|dr|drs|prof|ir|hj?|st|no|jl|sdr|tn|ny)$/i

const AFTER_BRACKET = /(?<=\([^()]{2,15}\))\s+/u

/** A full stop parts two names after a closing bracket or before a word for a body; "(ABC) and …" parts them too. */
const splitSentences: Step = ({ text }) =>
  cut(text, /\.\s+(?=\p{Lu})/u, (left, right) => {
    const begins = beginsWithBody(right) || namesBody(right.split(/[.,]/)[0]!)
    return !TITLES.test(left) && (/\)\s*$/.test(left) || begins)
  })
    .flatMap((part) =>
      cut(part, new RegExp(`${AFTER_BRACKET.source}(?:&|and|dan|y|et)\\s+(?=\\p{Lu})`, 'u'), endsInAcronym),
    )
    .flatMap((part) => cut(part, AFTER_BRACKET, (left, right) => endsInAcronym(left) && beginsWithBody(right)))

function endsInAcronym(text: string): boolean {
  return isAcronym(/\(([^()]*)\)$/.exec(text)?.[1] ?? '')
}

const splitCommas: Step = ({ text, marked }, known, note) => {
  const pieces = cut(text, /,(?!\d)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length < 2 || known.has(institutionKey(text))) return [text]
  // A bullet has set one name apart already: its commas part names only when every piece is one beyond doubt.
  if (marked && !pieces.every((piece) => known.has(institutionKey(piece)) || standsAlone(piece))) {
    note('institution-commas-kept')
    return [text]
  }
  const names: string[] = []
  for (let index = 0; index < pieces.length; ) {
    const length = nameLength(pieces, index, known)
    if (length > 1) note('institution-commas-kept')
    names.push(pieces.slice(index, index + length).join(', '))
    index += length
  }
  if (names.length > 1) note('institutions-split-at-commas')
  return names
}

function standsAlone(piece: string): boolean {
  return isAcronym(piece) || namesBody(piece) || (/^\p{Lu}.* /u.test(piece) && !hasConjunction(piece))
}

/** How many comma pieces, from this one on, make one name. */
function nameLength(pieces: readonly string[], from: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(pieces.length - from, 8); length > 1; length--)
    if (known.has(institutionKey(pieces.slice(from, from + length).join(' ')))) return length
  if (/^(inc|ltd|llc|plc|s\.?a|tbk)\b\.?/i.test(pieces[from + 1] ?? '')) return 2
  if (!isPortfolio(pieces[from]!.replace(LEADING_ACRONYM, ''))) return 1
  for (let index = from + 1; index < pieces.length; index++) {
    const piece = pieces[index]!
    const subject = piece.replace(/\s*\([^)]*\)\s*$/, '').replace(/^(and|dan|serta|y|e|et) /i, '')
    if (isAcronym(subject) || namesBody(subject) || known.has(institutionKey(subject))) return 1
    if (hasConjunction(piece)) return index - from + 1
  }
  return 1
}

/** " and " parts two known names, or two names that both begin with a word for a body. */
const splitAnd: Step = ({ text }, known) =>
  known.has(institutionKey(text))
    ? [text]
    : cut(text, /\s(?:and(?: the)?|&|dan|serta|y|et|e)\s/i, (left, right) => {
        const both = [left, right].map((side) => side.trim())
        return (
          both.every((side) => known.has(institutionKey(side))) ||
          both.every((side) => beginsWithBody(side) && isPortfolio(side))
        )
      })

/** What parts a cell as it is laid out, and then what parts names in running text. */
const BLOCKS: readonly Step[] = [splitMarks, splitLines, splitSemicolons]
const NAMES: readonly Step[] = [splitSlashes, splitSentences, splitCommas, splitAnd]

function unique(institutions: Institution[]): Institution[] {
  const seen = new Map<string, Institution>()
  for (const institution of institutions) {
    const known = seen.get(institution.key)
    if (!known) seen.set(institution.key, institution)
    else known.acronym ??= institution.acronym
  }
  return [...seen.values()].filter((institution) => institution.key !== '')
}
