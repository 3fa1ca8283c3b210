import { escapeHtml } from './escape.ts'

const switches = new Set(
  'async autofocus checked controls defer disabled download formnovalidate hidden inert loop multiple muted novalidate open readonly required reversed selected'.split(
    ' ',
  ),
)
const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data'])
// Several addresses in one text, an address behind a delay, a document as a text: no page needs them.
const refusedNames = /^(?:on.*|style|srcset|imagesrcset|ping|srcdoc|http-equiv)$/i
const runsCode = /^(?:javascript|vbscript|data):/i
// Browsers skip them in front of a scheme and inside it.
const skipped = /[\s\p{Cc}]/gu
const validName = /^[a-z][a-z0-9:-]*$/i
const openings = new Map<string, string>()

/** ` name="value"`, or nothing for null, undefined and a switch that is off. An address that would run code is left out. */
export function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') {
    return addresses.has(name) && runsCode.test(value.replace(skipped, ''))
      ? ''
      : `${opening(name)}${escapeHtml(value)}"`
  }
  if (typeof value === 'number') return `${opening(name)}${value}"`
  if (typeof value !== 'boolean')
    throw new TypeError(`The attribute ${name} takes a text or a number, not ${typeof value}`)
  if (switches.has(name)) return value ? `${opening(name)}"` : ''
  return `${opening(name)}${value}"`
}

/** Names come from our own code; they are checked once each, so that none ever carries what a person typed. */
function opening(name: string): string {
  const known = openings.get(name)
  if (known) return known
  if (!validName.test(name) || refusedNames.test(name)) throw new TypeError(`No attribute is called ${name}`)
  const made = ` ${name}="`
  openings.set(name, made)
  return made
}
