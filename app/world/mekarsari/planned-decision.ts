import type { OrganisationKey } from './cast.ts'

type Stance = 'support' | 'support-if' | 'object' | 'neutral'
type Named = { name: string; relation: 'beneficiary' | 'supplier' | 'applicant' }

/** One matter of the story: raised on its day, voted five days later unless told, published after so many days. */
export type PlannedDecision = {
  key: string
  day: number
  by: OrganisationKey
  question: string
  en: string
  background: string
  options: [title: string, body: string][]
  /** Which option is put to the vote, counted from 0. */
  proposal: number
  objective?: string
  concerned?: Named[]
  documents?: [title: string, url: string][]
  positions?: [OrganisationKey, Stance, string][]
  amendments?: [OrganisationKey, string, string][]
  /** How amendments ended, by their place above: accepted into an option, or else withdrawn by their party. */
  amended?: { of: number; option?: number; reason: string }[]
  asked?: [OrganisationKey, string, string]
  /** Reasons of those who vote against; the others vote for. */
  against?: [OrganisationKey, string][]
  abstain?: OrganisationKey[]
  absent?: OrganisationKey[]
  /** Says of itself that it has an interest. */
  says?: OrganisationKey
  secret?: true
  dissent?: [OrganisationKey, string]
  publish?: { after: number; answer: string; reason: string; review?: number }
  steps?: [title: string, by: OrganisationKey, days: number][]
  appeal?: { by: OrganisationKey; after: number; grounds: string; answer?: string }
  reverses?: string
  /** How far the story has come with it today. */
  until?: 'deliberating' | 'voting' | 'due' | 'withdrawn'
}

/** Where the documents of the story would stand; the address leads nowhere. */
export const archive = (name: string) => `https://mekarsari.example/arsip/${name}.pdf`
