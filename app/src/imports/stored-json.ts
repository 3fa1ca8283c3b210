/** JSON that jsonb takes: without NUL and half characters, which a foreign file may hold. */
export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? plain(inner) : inner))
}

/** Text that a column takes. */
export function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** At most so many characters as the database counts them, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  const signs = [...plain(text)]
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}

/** The same content, whatever the order of keys: jsonb gives them back in its own. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null)
  return `{${entries
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .sort()
    .join(',')}}`
}
