import { typeset } from '#kernel/typeset.ts'
import { template } from './minutes-template.ts'

/** What the printed minutes say; every text is plain. */
export type MinutesDocument = {
  lang: string
  title: string
  programme: string
  example: string | null
  when: string
  place: string | null
  author: string
  because: string | null
  /** Paragraphs, each in lines. */
  body: string[][]
  agenda: { title: string; from: string; result: string; text: string | null }[]
  tally: string
  attendance: { party: string; manner: string; who: string | null }[]
  words: Record<'minutes' | 'agenda' | 'matter' | 'result' | 'attendance' | 'party' | 'manner', string>
}

/** The last files for visitors, by what they say: typesetting takes a tenth of a second of everybody's time. */
const printed = new Map<string, Buffer>()
const mostPrinted = 100

/** As a tagged PDF; what visitors get is set once. */
export async function printMinutes(
  document: MinutesDocument,
  reader: 'visitor' | 'person' = 'person',
): Promise<Buffer> {
  const data = JSON.stringify(document)
  const known = printed.get(data)
  if (known && reader === 'visitor') return known
  const file = await typeset(template, document)
  if (reader === 'visitor') printed.set(data, file)
  if (printed.size > mostPrinted) printed.delete(printed.keys().next().value!)
  return file
}
