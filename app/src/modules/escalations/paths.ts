const one = (id: string) => `/escalations/${id}`

export const escalationPaths = {
  list: (slug: string, query: Record<string, string | number> = {}) => {
    const search = new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== '')
        .map(([name, value]): [string, string] => [name, String(value)]),
    )
    return `/programmes/${slug}/escalations${search.size > 0 ? `?${search}` : ''}`
  },
  raise: (slug: string, about?: string) =>
    `/programmes/${slug}/escalations/new${about ? `?about=${encodeURIComponent(about)}` : ''}`,
  one,
  answer: (id: string) => `${one(id)}/answer`,
  withdraw: (id: string) => `${one(id)}/withdrawal`,
}
