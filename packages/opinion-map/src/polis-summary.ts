import { InputError, type InputFile, readCsv } from './csv.ts'

/** summary.csv: keys and values, how many values held line breaks, and the sign convention where it is declared. */
export type PolisSummary = { values: Map<string, string>; lineBreaks: number; agreeIs: 1 | -1 | undefined }

const KEYS = new Set(['topic', 'url', 'views', 'voters', 'voters-in-conv', 'commenters', 'comments', 'groups'])
KEYS.add('conversation-description').add('vote-convention')

/** Reads summary.csv. A line that starts with none of its keys continues the value before (descriptions were written without quotes too). */
export function readSummary(file: InputFile): PolisSummary {
  const reader = readCsv(file)
  const values = new Map<string, string>()
  let last = ''
  while (reader.next()) {
    const cells = Array.from({ length: reader.fields() }, (_, field) => reader.text(field))
    const key = cells[0]!.trim().toLowerCase()
    if (KEYS.has(key)) {
      values.set(key, cells.slice(1).join(','))
      last = key
    } else values.set(last, [values.get(last), cells.join(',')].filter((part) => part).join('\n'))
  }
  values.delete('')
  const lineBreaks = [...values.values()].filter((value) => /[\r\n]/.test(value)).length
  return { values, lineBreaks, agreeIs: declaredSign(values.get('vote-convention') ?? '') }
}

/** format.json (polis-export/1): the sign convention it declares. Throws InputError when it is not a JSON object. */
export function readFormat({ name, bytes }: InputFile): 1 | -1 | undefined {
  try {
    const declared = (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>)['vote-convention']
    return typeof declared === 'string' ? declaredSign(declared) : undefined
  } catch {
    throw new InputError(name, 1, 'this is not JSON, expected the sign convention of polis-export/1')
  }
}

/** What a declaration such as agree=+1;disagree=-1;pass=0 says agree is. */
export function declaredSign(convention: string): 1 | -1 | undefined {
  const found = /\bagree=([+-]?1)\b/.exec(convention)
  return found ? (Number(found[1]) as 1 | -1) : undefined
}
