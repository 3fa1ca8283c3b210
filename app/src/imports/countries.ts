import { fold, oneLine } from '#kernel/tabular/plain-text.ts'

/** Names that official lists use and the Unicode names of regions lack, folded. */
const usual: Record<string, string> = {
  'republic of korea': 'KR',
  'korea, south': 'KR',
  'korea selatan': 'KR',
  'slovak republic': 'SK',
  'kyrgyz republic': 'KG',
  "cote d'ivoire": 'CI',
  'czech republic': 'CZ',
  'united states of america': 'US',
  usa: 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'russian federation': 'RU',
  'viet nam': 'VN',
  macedonia: 'MK',
  swaziland: 'SZ',
  burma: 'MM',
  myanmar: 'MM',
  ri: 'ID',
}

/** The ISO 3166 code of a country by its name in Indonesian, English, Spanish or French; of "City, Country" the country's. */
export function countryOf(text: string): string | null {
  const folded = fold(text)
  const found = named(folded) ?? named(fold(oneLine(text).split(',').at(-1)!))
  return found ?? null
}

function named(folded: string): string | undefined {
  const bare = folded.replace(/^(the )?(republic|kingdom|state|republik|kerajaan|republica) (of )?(the )?/, '')
  return usual[folded] ?? codes().get(folded) ?? codes().get(bare)
}

let known: Map<string, string> | undefined

function codes(): Map<string, string> {
  known ??= readCodes()
  return known
}

function readCodes(): Map<string, string> {
  const found = new Map<string, string>()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = ['id', 'en', 'es', 'fr'].map(
    (lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }),
  )
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Withdrawn codes stand for their successor; groups of countries and test codes are no country.
    if (new Intl.Locale(`und-${code}`).region !== code || /^(EU|EZ|UN|QO|XA|XB|ZZ)$/.test(code)) continue
    const own = names.flatMap((language) => language.of(code) ?? [])
    if (own.length > 0) for (const name of [code, ...own]) if (!found.has(fold(name))) found.set(fold(name), code)
  }
  return found
}
