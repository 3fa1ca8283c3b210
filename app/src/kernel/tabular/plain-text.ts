const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** HTML entities that leaked into a cell become characters again; unknown ones stay. */
export function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** One line: every run of white space, no-break spaces included, becomes one space; invisible characters go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** For comparing words: one line, lower case, no accents, straight apostrophes. */
export function fold(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text.replaceAll('`', "'").toLowerCase()
  return oneLine(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .toLowerCase()
}

/** For matching headers: `fold` with everything but letters and digits as single spaces ("Due_Date*" → "due date"). */
export function words(text: string): string {
  return fold(text.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
