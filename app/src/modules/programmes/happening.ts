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

/** An event with its readable name, and the page of what it is about. */
export type NamedEvent = HistoryRow & { what: string; href?: string; programme?: string }
