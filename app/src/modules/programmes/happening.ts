export type HistoryRow = {
  name: string
  /** An instant, or for readers without a seat a day. */
  at: string
  subject_kind: string
  subject_id: string
  programme_id: string | null
  person: string | null
  job: string | null
  /** What the event is about, where this module knows its words. */
  about: string | null
  about_lang: 'id' | 'en' | null
}

/** The programme it happened in, where events of several stand together. */
export type OfProgramme = { slug: string; programme: string; programme_en: string | null; programme_lang: 'id' | 'en' }

/** An event with its readable name, and the page of what it is about. */
export type NamedEvent = HistoryRow & { what: string; href?: string } & Partial<OfProgramme>
