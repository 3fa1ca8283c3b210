import { oneLine } from '#kernel/tabular/plain-text.ts'
import { countryCode } from '#modules/directory/importing/countries.ts'
import { shorten } from './stored-json.ts'

/** The country of a row as the directory keeps it: its ISO 3166 code, of "City, Country" the country's, else the words. */
export function countryOf(text: string): string {
  const written = oneLine(text)
  const last = written.split(',').at(-1)!.trim()
  return codeOf(written) ?? codeOf(last) ?? shorten(written, 60)
}

/** "Kyrgyz Republic" and "Republic of Ghana" are Kyrgyzstan and Ghana. */
function codeOf(name: string): string | null {
  const bare = name.replace(/^(the )?(republic|kingdom|republik|kerajaan) of (the )?/i, '')
  return countryCode(name) ?? formal[name.toLowerCase()] ?? countryCode(bare)
}

const formal: Record<string, string> = {
  'kyrgyz republic': 'KG',
  'slovak republic': 'SK',
  scotland: 'GB',
  england: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  myanmar: 'MM',
}
