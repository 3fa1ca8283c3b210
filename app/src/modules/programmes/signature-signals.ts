import { directoryPaths } from '#modules/directory/paths.ts'
import { organisationNames } from '#modules/directory/public.ts'
import type { Condition, RowDescriber } from '#modules/monitoring/signal.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import { signers } from './charter.ts'
import { newestCharter } from './store/signatures.ts'
import { words } from './words.ts'

type Note = 'signed' | 'other' | 'unsigned'
const say = (lang: Lang) => words[lang].commitments.signals.signatures

/**
 * D11 f: days for which the newest charter put up for signature has lacked the signature of the head of a party that is
 * bound by it. A signature by someone else for the party is not the head's. A charter read from a file that tells of no
 * signature at all cannot be judged.
 */
export const headSignatures: Condition = {
  detector: 'D11',
  letter: 'f',
  async observe(tx, { programmeId, at }) {
    const charter = await newestCharter(tx, programmeId, at)
    if (!charter) return { kind: 'unchecked', because: (lang) => say(lang).none }
    const { since, signatures, members } = charter
    const bound = signers(charter, members)
    if (bound.length === 0 || !since) return { kind: 'unchecked', because: (lang) => say(lang).unknown }
    const rows = bound.map((id) => {
      const signature = signatures.find((one) => one.organisation_id === id)
      const note: Note = !signature ? 'unsigned' : signature.by_head ? 'signed' : 'other'
      const until = note === 'signed' ? signature!.signed_on : at
      return { kind: 'signing-party', id, counted: note !== 'signed', weight: daysFrom(since, until), note }
    })
    const lacking = rows.filter((row) => row.counted)
    const days = Math.max(0, ...lacking.map((row) => row.weight))
    return {
      kind: 'observed',
      value: days,
      n: rows.length,
      evidence: (lang) => {
        const all = formatNumber(lang, rows.length)
        if (lacking.length === 0) return say(lang).all(all)
        return say(lang).lacking(all, formatNumber(lang, lacking.length), formatNumber(lang, days))
      },
      rows,
      parties: lacking.map((row) => row.id),
    }
  },
}

function daysFrom(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
}

/** A party as a row behind the number. */
export const signingParties: RowDescriber = {
  kind: 'signing-party',
  name: (lang) => say(lang).rows,
  notes: {
    signed: (lang) => say(lang).notes.signed,
    other: (lang) => say(lang).notes.other,
    unsigned: (lang) => say(lang).notes.unsigned,
  },
  async describe(tx, ids) {
    const names = await organisationNames(tx, ids)
    return new Map(
      [...names].map(([id, { name, lang, acronym }]) => {
        const facts = acronym ? [() => acronym] : []
        return [id, { title: name, lang, url: directoryPaths.organisation(id), facts, record: 'open' as const }]
      }),
    )
  },
}
