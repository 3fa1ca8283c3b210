import { type Actor, actsFor, type Class, coordinates, seatsIn } from '#kernel/access.ts'
import { all, type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

/** Whole rupiah; sums of many lines stay exact numbers. */
export const mostRupiah = 100_000_000_000_000

export type BudgetLine = {
  id: string
  programme_id: string
  /** The agency that spends it. */
  owner_id: string
  class: Class
  lang: Lang
  code: string
  title: string
  title_en: string | null
  /** Whose money it is. */
  source_id: string
  territory_code: string | null
  fiscal_year: number
  /** The first plan; never changed. */
  planned: number
  /** The plan after the newest revision. */
  revised: number
  realised: number
  version: number
}

/** What a line names, in words. */
export type Named = { source: string; agency: string; territory: string | null; territory_en: string | null }

export type Place = { programme_id: string; programme_status: string }

function because(code: keyof (typeof words)['id']['refusal']): Reason {
  return reason(code, (lang) => words[lang].refusal[code])
}

/** Parties for which this person may plan, spend and offer: their own, or for the coordination team any of these. */
export function partiesFor(actor: Actor, programmeId: string, parties: string[]): string[] {
  if (coordinates(actor, programmeId)) return parties
  return parties.filter((party) => actsFor(actor, programmeId, party))
}

function sits(actor: Actor, programmeId: string): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return seatsIn(actor, programmeId).length > 0 || because('membersOnly')
}

/** New lines, contracts and offers: by whoever acts for a party, while the programme runs. */
export function mayAdd(actor: Actor, of: Place): Verdict {
  const acts = seatsIn(actor, of.programme_id).some((seat) => seat.role !== 'observer' && seat.role !== 'auditor')
  const ended = of.programme_status === 'finished' || of.programme_status === 'stopped'
  return all(sits(actor, of.programme_id), acts || because('partiesOnly'), !ended || because('programmeEnded'))
}

/** What became of a record is told by the party that answers for it, and by the coordination team; also afterwards. */
export function mayKeep(actor: Actor, of: { programme_id: string; owner_id: string }): Verdict {
  const own = coordinates(actor, of.programme_id) || actsFor(actor, of.programme_id, of.owner_id)
  return all(sits(actor, of.programme_id), own || because('ownerOnly'))
}

/** Both: a new record below one that exists. */
export function mayAddBelow(actor: Actor, of: Place & { owner_id: string }): Verdict {
  return all(mayKeep(actor, of), mayAdd(actor, of))
}

export function titleIn(lang: Lang, of: { title: string; title_en: string | null; lang: Lang }) {
  return lang === 'en' && of.title_en ? { text: of.title_en, lang } : { text: of.title, lang: of.lang }
}

/** Of these years, newest first, the one to begin with: this one, else the last before it, else the next. */
export function yearToShow(years: number[], today: string): number | undefined {
  const now = Number(today.slice(0, 4))
  return years.find((year) => year <= now) ?? years.at(-1)
}

/** What is left of the plan as it stands; negative where more was spent. */
export function remaining({ revised, realised }: Pick<BudgetLine, 'revised' | 'realised'>): number {
  return revised - realised
}

/** Spent of the plan as it stands; undefined where nothing is planned any more. */
export function absorbed({ revised, realised }: Pick<BudgetLine, 'revised' | 'realised'>): number | undefined {
  return revised === 0 ? undefined : realised / revised
}
