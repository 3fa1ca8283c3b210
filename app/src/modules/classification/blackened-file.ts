import type { FileStore } from '#kernel/files.ts'
import type { Ground } from '#kernel/grounds.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { blackenedPicture, keepMadeFile, TextFault, textFaultWords, textOf } from '#modules/documents/public.ts'
import {
  barsIn,
  blackenEverywhere,
  changedAt,
  groundsOf,
  isPicture,
  previewed,
  stillReadable,
} from './file-redaction.ts'
import type { Passage } from './redaction.ts'
import { type Released, releasedPdf, releasedText, saidAnyway } from './released-file.ts'
import { fileWords } from './words-files.ts'

export type Source = Parameters<typeof textOf>[1]
type Wanted = { marks: string; seen?: string }
export type Blackened = { file: Awaited<ReturnType<typeof keepMadeFile>>; grounds: Ground[]; parts: number }

/** The new file, kept in storage under a name that no row holds yet; or what has to be mended before there is one. */
export async function blackenedFile(
  files: FileStore,
  source: Source,
  wanted: Wanted,
  about: Released,
): Promise<Blackened | Problem> {
  const made = isPicture(source.kind) ? blackenedPictureFile : blackenedTextFile
  return made(files, source, wanted, about).catch(faultOnly)
}

async function blackenedPictureFile(files: FileStore, source: Source, { marks, seen }: Wanted, about: Released) {
  const bars = barsIn(marks)
  if (!bars) return wrong('marks', 'badBars')
  if (seen !== previewed(marks)) return wrong('seen', 'lookFirst')
  const picture = await blackenedPicture(files, source, bars)
  const file = await keepMadeFile(files, nameOf(about.title, source.kind), picture)
  return { file, grounds: groundsOf(bars), parts: bars.length }
}

async function blackenedTextFile(files: FileStore, source: Source, { marks, seen }: Wanted, about: Released) {
  const passages = blackenEverywhere(marks)
  if (!passages) return wrong('marks', 'badMarks')
  const near = changedAt(await textOf(files, source), marks)
  if (near !== undefined) return problem('marks', 'changed', (lang) => fileWords[lang].changed(near))
  if (stillReadable(about.title, marks)) return wrong('title', 'titleTells')
  if (seen !== previewed(marks)) return wrong('seen', 'lookFirst')
  const made = source.kind === 'pdf' ? await releasedPdf(about, passages) : releasedText(passages, about.lang)
  const file = await keepMadeFile(files, nameOf(about.title, source.kind), made)
  // read back with other eyes than those that set it
  const readable = await textOf(files, file)
  if (!stillReadable(readable, marks, saidAnyway(about, passages))) return told(file, passages)
  await files.remove(file.key)
  return wrong('marks', 'left')
}

function told(file: Blackened['file'], passages: Passage[]): Blackened {
  return { file, grounds: groundsOf(passages), parts: passages.filter((one) => 'ground' in one).length }
}

function nameOf(title: string, kind: string): string {
  return `${title.replace(/[/\\]/g, '-')}.${kind === 'text' ? 'txt' : kind}`
}

function wrong(field: string, code: 'badMarks' | 'badBars' | 'titleTells' | 'left' | 'lookFirst'): Problem {
  return problem(field, code, (lang) => fileWords[lang][code])
}

function faultOnly(error: unknown): Problem {
  if (!(error instanceof TextFault)) throw error
  return problem('marks', error.code, (lang) => textFaultWords[lang][error.code])
}
