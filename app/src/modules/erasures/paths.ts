import { requestPaths } from '#modules/requests/paths.ts'

const base = '/work/erasures'

export const erasurePaths = {
  own: () => '/work/erasure',
  ofRequest: requestPaths.erasure,
  list: (query: { state?: string; page?: number } = {}) => {
    const search = new URLSearchParams()
    if (query.state) search.set('state', query.state)
    if (query.page && query.page > 1) search.set('page', String(query.page))
    return search.size > 0 ? `${base}?${search}` : base
  },
  one: (id: string) => `${base}/${id}`,
  decision: (id: string) => `${base}/${id}/decision`,
}
