const hyphen = '[-\\u2010\\u2011\\u00ad]'
/** As the text of a PDF has them, between pages. */
const newPage = '(?:\\[Halaman \\d+\\]\\s*)?'
const newLine = `[^\\S\\n]*\\n\\s*${newPage}`
/** Where a word is cut at the end of a line; or could be, by a hyphen that shows only there. */
const cut = `(?:${hyphen}${newLine}|\\u00ad)?`
const piece = new RegExp(`${hyphen}${newLine}|\\u00ad|\\s+${newPage}|[\\s\\S]`, 'gu')

/** Words as they stand again: in other case, with other spaces, broken over lines and pages, cut by a hyphen at the end of a line. */
export function foundAgain(words: string): RegExp {
  const pieces = words.trim().match(piece) ?? []
  const loose = pieces.map((one, at) => looseOf(one, pieces[at + 1])).join('')
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])`, 'iu')
}

function looseOf(one: string, next = ''): string {
  if (one === '\u00ad') return ''
  // Cut where it was marked: whole elsewhere, or with a hyphen of its own.
  if (/\n/.test(one) && new RegExp(`^${hyphen}`, 'u').test(one)) return `(?:${hyphen}(?:${newLine})?)?`
  if (/^\s/.test(one)) return `\\s+${newPage}`
  if (new RegExp(`^${hyphen}$`, 'u').test(one)) return `${hyphen}(?:${newLine})?`
  return isLetter(one) && (isLetter(next) || next === '\u00ad') ? `${escaped(one)}${cut}` : escaped(one)
}

const isLetter = (text: string) => /^[\p{L}\p{N}]$/u.test(text)
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
