/** A path with its query; what is empty, the first page and the direction of no order are left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const kept = Object.entries(query).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== '' &&
      !(name === 'page' && value === 1) &&
      !(name === 'dir' && query.sort === ''),
  )
  if (kept.length === 0) return path
  return `${path}?${new URLSearchParams(Object.fromEntries(kept.map(([name, value]) => [name, String(value)])))}`
}

/** Sort links of a list: its query stays, its first page is shown. */
export function sortOf(path: string, query: { sort: string; dir: 'asc' | 'desc' } & Record<string, string>) {
  const href = (sort: string, dir: 'asc' | 'desc') => withQuery(path, { ...query, sort, dir })
  return { by: query.sort, dir: query.dir, href }
}
