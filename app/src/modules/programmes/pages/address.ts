/** A path with its query; what is empty or the first page is left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const kept = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1),
  )
  if (kept.length === 0) return path
  return `${path}?${new URLSearchParams(Object.fromEntries(kept.map(([name, value]) => [name, String(value)])))}`
}
