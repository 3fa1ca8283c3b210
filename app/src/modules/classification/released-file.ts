import { groundNames } from '#kernel/grounds.ts'
import type { Lang } from '#kernel/reason.ts'
import { typeset } from '#kernel/typeset.ts'
import { programmeName } from '#modules/programmes/public.ts'
import { formatDate } from '#ui/language.ts'
import { linesOf, type Passage } from './redaction.ts'
import { template } from './released-template.ts'
import { fileWords } from './words-files.ts'

export type Released = {
  lang: Lang
  title: string
  programme: string
  owner: string
  example: string | null
  /** Of the decision, as anyone reads it. */
  label: string
  decidedOn: string
}

/**
 * A new PDF, set from the open words alone: nothing of the old file goes into it, neither its structure, fonts and
 * pictures nor what may stand unseen in them.
 */
export function releasedPdf(about: Released, passages: Passage[]): Promise<Buffer> {
  const { lang, title, programme, owner, example } = about
  return typeset(template, {
    lang,
    title,
    programme,
    example,
    author: owner,
    about: aboutLines(about, passages),
    paragraphs: linesOf(passages).map((line) =>
      line.map((one) => ('text' in one ? { bar: false, said: one.text } : { bar: true, said: barWords(one, lang) })),
    ),
  })
}

/** Text and tables stay what they are; a bar is said in words of the same length wherever it stands. */
export function releasedText(passages: Passage[], lang: Lang): Buffer {
  const words = passages.map((one) => ('text' in one ? one.text : `████ [${barWords(one, lang)}]`))
  return Buffer.from(words.join(''), 'utf8')
}

/** What stands in the file besides the text: open with the decision, whatever was marked. */
export function saidAnyway(about: Released, passages: Passage[]): string {
  const bars = passages.map((one) => ('ground' in one ? barWords(one, about.lang) : ''))
  return [about.programme, about.example ?? '', ...aboutLines(about, passages), ...bars].join('\n')
}

function aboutLines(about: Released, passages: Passage[]): string[] {
  const say = fileWords[about.lang]
  const decision = say.decision(about.label, about.owner, about.decidedOn)
  return [say.made, decision, ...groundLines(passages, about.lang)]
}

function barWords({ ground }: { ground: keyof typeof groundNames }, lang: Lang): string {
  return fileWords[lang].bar(ground.slice(-1))
}

function groundLines(passages: Passage[], lang: Lang): string[] {
  const used = [...new Set(passages.flatMap((one) => ('ground' in one ? [one.ground] : [])))].sort()
  return used.map((ground) => fileWords[lang].groundLine(ground.slice(-1), groundNames[ground](lang)))
}

/** What the file says of itself, all of it open already. */
export function aboutReleased(
  programme: Parameters<typeof programmeName>[0] & { example: string | null },
  decision: { owner: string; label: string; decided_on: string },
  { title, lang }: { title: string; lang: Lang },
): Released {
  return {
    lang,
    title,
    programme: programmeName(programme, lang),
    owner: decision.owner,
    example: programme.example,
    label: decision.label,
    decidedOn: formatDate(lang, decision.decided_on),
  }
}
