import { fold } from './plain-text.ts'

/** A number as a cell states it: currency as ISO 4217 code, `percent` for "12 %", `unit` for a trailing word ("40 jam"). */
export type NumberReading = {
  number: number
  currency: string | null
  percent: boolean
  unit: string | null
  notes: readonly NumberNote[]
}
export type NumberNote = 'number-style-assumed' | 'magnitude-word'

/** Which character begins the decimals; `certain` when the column (or the map) tells, not the default. */
export type NumberStyle = { decimal: ',' | '.'; certain: boolean }

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(rp\.?|idr|rupiah)$/, 'IDR'],
  [/^(us ?\$|usd|\$)$/, 'USD'],
  [/^(€|eur|euro)$/, 'EUR'],
  [/^(£|gbp)$/, 'GBP'],
  [/^(a\$|aud)$/, 'AUD'],
  [/^(s\$|sgd)$/, 'SGD'],
  [/^(¥|jpy)$/, 'JPY'],
  [/^(rm|myr)$/, 'MYR'],
  [/^(r\$|brl)$/, 'BRL'],
]
const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^(ribu|rb|thousand|mil|k)\b\.?/, 1e3],
  [/^(juta|jt|million|millon|millones|mio|mn)\b\.?/, 1e6],
  [/^(miliar|milyar|billion|bn|mrd)\b\.?/, 1e9],
  [/^(triliun|trilyun|trillion|tn)\b\.?/, 1e12],
]
const CODES = new Set(Intl.supportedValuesOf('currency'))
const NUMERAL = /\d(?:[\d.,']|[ ](?=\d{3}(?!\d)))*/

/**
 * Decimal comma or point, from the members of a column that can be read in one way only; the comma, as in Indonesian,
 * when none tells or they balance.
 */
export function inferNumberStyle(cells: Iterable<string>): NumberStyle {
  const votes = { ',': 0, '.': 0 }
  for (const cell of cells) {
    const numeral = cell.length > 120 ? null : numeralOf(fold(cell))
    const decimal = numeral && decimalOf(numeral)
    if (decimal) votes[decimal]++
  }
  return { decimal: votes['.'] > votes[','] ? '.' : ',', certain: votes['.'] !== votes[','] }
}

/** What the name of a column says of its amounts: "Custo (R$)" is in BRL, "Pagu (juta Rp)" in IDR and a million times as much. */
export function readMoneyTitle(title: string): { currency: string | null; factor: number } {
  const tokens = title.split(/[\s()[\]/,:;]+/).filter((token) => token !== '')
  const named = tokens.flatMap((token) => currencyOf(fold(token)) ?? (CODES.has(token) ? token : []))
  const factors = tokens.flatMap(
    (token) => MAGNITUDES.find(([form]) => form.exec(fold(token))?.[0] === fold(token))?.[1] ?? [],
  )
  return { currency: new Set(named).size === 1 ? named[0]! : null, factor: factors.length === 1 ? factors[0]! : 1 }
}

function currencyOf(word: string): string | null {
  return CURRENCIES.find(([form]) => form.test(word))?.[1] ?? null
}

/** Reads a number or an amount of money; `null` when the cell holds none or more than one. */
export function readNumber(raw: string, style: NumberStyle = { decimal: ',', certain: false }): NumberReading | null {
  if (raw.length > 120) return null
  const text = fold(raw).replace(/[−–]/g, '-')
  const numeral = numeralOf(text)
  const start = numeral ? text.indexOf(numeral) : -1
  if (!numeral) return null
  const before = text.slice(0, start).trim()
  const after = text
    .slice(start + numeral.length)
    .replace(/^,?-+(?=$|\s)/, '')
    .trim()
  const negative = /-$/.test(before) || /^\(.*\)$/.test(text) || /^-/.test(before)
  const around = readAround(before.replace(/^[-(]+|[-+(]+$/g, '').trim(), after.replace(/\)$/, '').trim())
  // No currency has thousandths: in an amount three digits after a mark are always a group.
  const grouped = around?.currency && around.factor === 1 && isAmbiguous(numeral)
  const value = amountOf(grouped ? numeral.replace(/[.,]/, '') : numeral, style)
  if (value === null || !around) return null
  const notes: NumberNote[] = []
  if (!style.certain && !grouped && isAmbiguous(numeral)) notes.push('number-style-assumed')
  if (around.factor !== 1) notes.push('magnitude-word')
  const number = Number((value * around.factor).toPrecision(15))
  return {
    number: negative && number !== 0 ? -number : number,
    currency: around.currency,
    percent: around.percent,
    unit: around.unit,
    notes,
  }
}

/** The run of digits and separators, without a separator that ends it ("Rp 1.000.000,-"). */
function numeralOf(text: string): string | null {
  return NUMERAL.exec(text)?.[0].replace(/[.,' ]+$/, '') ?? null
}

type Around = { currency: string | null; percent: boolean; factor: number; unit: string | null }

function readAround(before: string, after: string): Around | null {
  const currency = before === '' ? null : currencyOf(before)
  if ((before !== '' && !currency && !/^(±|~|ca\.?|sekitar|approx\.?)$/.test(before)) || /\d/.test(after)) return null
  const magnitude = MAGNITUDES.find(([form]) => form.test(after))
  // "M" after rupiah is miliar, elsewhere million.
  const short = /^m\b/.test(after) ? (currency === 'IDR' ? 1e9 : 1e6) : 1
  const rest = after.replace(magnitude?.[0] ?? (short === 1 ? /^$/ : /^m\b/), '').trim()
  const percent = /^(%|persen|percent)$/.test(rest)
  const trailing = currencyOf(rest)
  return {
    currency: currency ?? trailing,
    percent,
    factor: magnitude?.[1] ?? short,
    unit: rest === '' || percent || trailing ? null : rest,
  }
}

function amountOf(numeral: string, style: NumberStyle): number | null {
  const decimal = decimalOf(numeral) ?? (isAmbiguous(numeral) ? style.decimal : null)
  const at = decimal ? numeral.lastIndexOf(decimal) : -1
  const whole = at < 0 ? numeral : numeral.slice(0, at)
  if (/[.,' ]/.test(whole) && !/^\d{1,3}([.,' ]\d{2,3})*[.,' ]\d{3}$/.test(whole)) return null
  const value = Number(`${whole.replace(/[.,' ]/g, '')}${at < 0 ? '' : `.${numeral.slice(at + 1)}`}`)
  return Number.isFinite(value) ? value : null
}

/** The decimal mark when the numeral itself tells: two kinds of separators, or one that no group of three follows. */
function decimalOf(numeral: string): ',' | '.' | null {
  const marks = numeral.replace(/[^.,]/g, '')
  const last = marks.at(-1) as ',' | '.' | undefined
  if (!last) return null
  const other = last === ',' ? '.' : ','
  if (marks.length === 1) return /[.,]\d{3}$/.test(numeral) && !/^0[.,]|\d{4,}[.,]/.test(numeral) ? null : last
  if (marks.indexOf(last) === marks.length - 1) return last
  return marks.includes(other) ? null : other
}

/** "1.250": a thousand or one and a quarter; without another member of its column nobody can tell. */
function isAmbiguous(numeral: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(numeral)
}
