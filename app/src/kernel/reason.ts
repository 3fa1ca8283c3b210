/** The two languages of every text that a person reads. */
export type Lang = 'id' | 'en'

/** A text that is known in both languages. */
export type Text = (lang: Lang) => string

/** Why something is refused: a stable code for programs, a sentence for people. */
export type Reason = { code: string; text: Text }

/** What a policy answers: yes, or why not. */
export type Verdict = true | Reason

export function reason(code: string, text: Text): Reason {
  return { code, text }
}

export function both(id: string, en: string): Text {
  return (lang) => (lang === 'id' ? id : en)
}

/** The first refusal, or true. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => verdict !== true) ?? true
}
