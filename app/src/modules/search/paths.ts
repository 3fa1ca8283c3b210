type Query = { q?: string; kind?: string; programme?: string; page?: number }

export const searchPaths = {
  search: ({ q = '', kind = '', programme = '', page = 1 }: Query = {}) => {
    const said = Object.entries({ q, kind, programme, page: page > 1 ? String(page) : '' })
    const query = new URLSearchParams(said.filter(([, value]) => value !== ''))
    return query.size > 0 ? `/search?${query}` : '/search'
  },
}
