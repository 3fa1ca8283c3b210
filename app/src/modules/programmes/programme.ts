import type { Actor } from '#kernel/access.ts'
import { all, type Lang, type Verdict } from '#kernel/reason.ts'
import type { ProgrammeHead } from './public.ts'
import { because, mayCoordinate, signInFirst } from './rules.ts'
import { programmeWords } from './words/programme.ts'

export const programmeStatuses = ['preparing', 'running', 'finished', 'stopped'] as const
export type ProgrammeStatus = (typeof programmeStatuses)[number]

export const templates = ['stunting', 'disaster', 'free'] as const
export type TemplateName = (typeof templates)[number]

/** Everything a programme says of itself. */
export type Programme = ProgrammeHead & {
  summary: string
  summary_en: string | null
  place: string | null
  place_en: string | null
  country: string | null
  starts_on: string | null
  ends_on: string | null
  source: ProgrammeSource | null
  template: string | null
  working_lang: string
}
export type ProgrammeSource = { title: string; url: string; licence?: string; revision?: string }

/** A text in the reader's language where there is one, with the language it is in. */
export function inLanguageOf(
  lang: Lang,
  text: { own: string | null; en: string | null; lang: Lang },
): { text: string; lang: Lang } {
  if (lang === 'en' && text.en) return { text: text.en, lang: 'en' }
  if (text.own) return { text: text.own, lang: text.lang }
  return { text: text.en ?? '', lang: text.en ? 'en' : text.lang }
}

const nextStatuses: Record<ProgrammeStatus, readonly ProgrammeStatus[]> = {
  preparing: ['running', 'stopped'],
  running: ['finished', 'stopped'],
  finished: ['running'],
  stopped: ['preparing', 'running'],
}

export function statusesAfter(status: ProgrammeStatus): readonly ProgrammeStatus[] {
  return nextStatuses[status]
}

export function mayCreateProgramme(actor: Actor, organisationId?: string): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  if (actor.kind === 'job') return true
  if (actor.organisationIds.length === 0) return because('no-organisation', (words) => words.noOrganisation)
  if (organisationId === undefined || actor.organisationIds.includes(organisationId)) return true
  return because('not-your-organisation', (words) => words.notYourOrganisation)
}

/** Without `to`: may the form be opened at all? */
export function mayChangeStatus(
  actor: Actor,
  programme: { id: string; status: ProgrammeStatus },
  to?: ProgrammeStatus,
  charterInForce?: boolean,
): Verdict {
  return all(mayCoordinate(actor, programme), to ? leadsTo(programme.status, to, charterInForce ?? false) : true)
}

function leadsTo(from: ProgrammeStatus, to: ProgrammeStatus, charterInForce: boolean): Verdict {
  if (from === to) return because('same-status', (words) => words.sameStatus)
  if (!nextStatuses[from].includes(to)) return notFromHere(from, to)
  if (to === 'running' && !charterInForce) return because('charter-first', (words) => words.charterFirst)
  return true
}

function notFromHere(from: ProgrammeStatus, to: ProgrammeStatus): Verdict {
  return {
    code: 'not-from-here',
    text: (lang) => {
      const names = programmeWords[lang].status.names
      return because('', (words) => words.notFromHere(names[from], names[to])).text(lang)
    },
  }
}

/** Lower-case letters, digits and dashes, at most 60: the address of a programme made from its name. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  const short = slug.length > 60 ? slug.slice(0, 60).replace(/-[^-]*$/, '') : slug
  return short === '' || short === 'new' ? 'program' : short
}

/** A programme as a card or a row of a list shows it. */
export type ProgrammeCard = {
  id: string
  slug: string
  name: string
  name_en: string | null
  lang: 'id' | 'en'
  summary: string
  summary_en: string | null
  status: ProgrammeStatus
  example: string | null
  /** Lead parties today, as people say them. */
  leads: string[]
  partners: number
  charterInForce: boolean
}

/** Real figures of the home page, as the reader may see them. */
/** The same of one programme, as far as the reader may see its records. */
export type ProgrammeFigures = Pick<Programme, 'slug' | 'name' | 'name_en' | 'lang' | 'example'> & {
  parties: number
  due: number
  kept: number
  events: number
}

export type HomeFigures = { programmes: number; organisations: number; due: number; kept: number; events: number }

export type StatusChange = {
  from_status: string | null
  to_status: ProgrammeStatus
  reason: string
  lang: 'id' | 'en'
  on_day: string
}
