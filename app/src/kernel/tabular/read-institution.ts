import { institutionKey, isAcronym, namesBody } from './institution-words.ts'
import { fold, oneLine } from './plain-text.ts'

/**
 * One body named in a cell. `acronym` comes from "Name (ABC)", other remarks in brackets go to `remark`; `key` matches
 * spellings. `doubtful` marks prose or fragments that a person should look at before they become an organisation.
 */
export type Institution = {
  name: string
  acronym: string | null
  remark: string | null
  key: string
  doubtful: boolean
}

/** "BMJ u.a.", "Bappeda, dkk", "CGU etc.": others who are not named. */
const AND_OTHERS =
  /(^|[\s,]+)(u\. ?a|dkk|dll|dsb|etc|et al|(and|&) others|among others|dan (lain-lain|lainnya)|y otr[oa]s|entre otr[oa]s|e outr[oa]s|et autres)\.?$/i

/** One name without what surrounded it in the list: conjunctions, stops, dashes. */
export function tidyName(part: string): string {
  return oneLine(part)
    .replace(/^(and|dan|serta|y|et|&) (?=\p{Lu})/u, '')
    .replace(AND_OTHERS, '')
    .replace(/^[\s,;:.\-–—*/|]+|[\s,;:\-–—*|]+$/g, '')
    .replace(/(?<!\b[A-Z]|\b(?:Inc|Ltd|Corp|Jr|Tbk))\.$/, '')
    .trim()
}

/** "UNDP – United Nations …": the short form in front of its name. */
export const LEADING_ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,9} [–—-] (?=\p{Lu})/u

const REMARK = /^(.+?)\s*\(([^()]*)\)$|^(.+?)\s+\/([^/]+)\/$|^(.+?)\s[—–-]\s(\p{Ll}[^,]*)$/u

/** "Name (ABC)", "ABC (Name)", "Name (remark)", "Name /other name/", "Name — remark". */
export function readInstitution(part: string): Institution {
  const leading = LEADING_ACRONYM.exec(part)?.[0]
  if (leading) return { ...readInstitution(part.slice(leading.length)), acronym: leading.split(' ')[0]! }
  const match = REMARK.exec(part)
  const outside = (match?.[1] ?? match?.[3] ?? match?.[5] ?? part).trim()
  const inside = (match?.[2] ?? match?.[4] ?? match?.[6] ?? '').trim()
  const swapped = isAcronym(outside) && !isAcronym(inside) && (namesBody(inside) || isShortFor(outside, inside))
  const inner = swapped ? null : /^(.+?)\s*\(([^()]*)\)$/.exec(outside)
  const nested = inner && isAcronym(inner[2]!) && !isAcronym(inside) ? inner : null
  const name = swapped ? inside : (nested?.[1] ?? outside)
  const acronym = swapped ? outside : isAcronym(inside) ? inside : (nested?.[2] ?? null)
  const remark = acronym === inside || swapped || inside === '' ? null : inside
  return { name, acronym, remark, key: institutionKey(name), doubtful: isDoubtful(name) }
}

/** "BMI" is short for "Bundesministerium des Innern": its letters stand in the name, in order, from the first on. */
function isShortFor(acronym: string, name: string): boolean {
  const [letters, whole] = [acronym, name].map((text) => fold(text).replace(/[^a-z]/g, '')) as [string, string]
  return / /.test(name) && letters !== '' && new RegExp(`^${[...letters].join('.*')}`).test(whole)
}

const PROSE = /\b(will|shall|have been|has been|are|is|were|akan|telah|adalah|would|should)\b/

function isDoubtful(name: string): boolean {
  return (
    name.length > 140 || name.split(' ').length > 16 || PROSE.test(name) || /^\p{Ll}/u.test(name) || /[()]/.test(name)
  )
}
