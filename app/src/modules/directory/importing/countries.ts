import { words } from '#kernel/tabular/plain-text.ts'

/** A body whose country nobody has said; the code that Unicode's CLDR gives such places. */
export const unknownCountry = 'ZZ'

// How lists of the United Nations and others write what CLDR names otherwise.
const alsoCalled: Record<string, string> = {
  'republic of korea': 'KR',
  'korea republic of': 'KR',
  'russian federation': 'RU',
  'viet nam': 'VN',
  'united states of america': 'US',
  usa: 'US',
  'u s': 'US',
  'united kingdom of great britain and northern ireland': 'GB',
  uk: 'GB',
  'great britain': 'GB',
  'bolivia plurinational state of': 'BO',
  'venezuela bolivarian republic of': 'VE',
  'iran islamic republic of': 'IR',
  'republic of moldova': 'MD',
  'moldova republic of': 'MD',
  'united republic of tanzania': 'TZ',
  'czech republic': 'CZ',
  'cote d ivoire': 'CI',
  'lao people s democratic republic': 'LA',
  'syrian arab republic': 'SY',
  'brunei darussalam': 'BN',
  'cabo verde': 'CV',
  'north macedonia': 'MK',
  ri: 'ID',
  'republik indonesia': 'ID',
}

let known: Map<string, string> | undefined

/** The ISO 3166 code of a country written as code or name (Indonesian, English, Spanish, French, Portuguese); null when unknown. */
export function countryCode(written: string): string | null {
  const asked = words(written)
  if (/^[a-z]{2}$/.test(asked) && namesByCode('en').has(asked.toUpperCase()) && asked !== 'uk' && asked !== 'ri')
    return asked.toUpperCase()
  known ??= codesByName()
  return alsoCalled[asked] ?? known.get(asked) ?? null
}

/** "Korea Selatan" for KR; what a list wrote stays as it is. */
export function countryName(lang: 'id' | 'en', country: string): string {
  return /^[A-Z]{2}$/.test(country) ? (namesByCode(lang).get(country) ?? country) : country
}

function codesByName(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const lang of ['en', 'id', 'es', 'fr', 'pt'])
    for (const [code, name] of namesByCode(lang)) if (!codes.has(words(name))) codes.set(words(name), code)
  return codes
}

const names = new Map<string, Map<string, string>>()

function namesByCode(lang: string): Map<string, string> {
  const before = names.get(lang)
  if (before) return before
  const shown = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' })
  const found = new Map<string, string>()
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second)
      // Codes that are no longer a country's lead to its present one.
      const name = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` ? shown.of(code) : undefined
      if (name) found.set(code, name)
    }
  names.set(lang, found)
  return found
}
