export const interestPaths = {
  mine: () => '/work/interests',
  declare: () => '/work/interests/new',
  register: (slug: string, query: Record<string, string> = {}) => {
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
    return `/programmes/${slug}/interests${search.size > 0 ? `?${search}` : ''}`
  },
  control: (slug: string, personId: string) => `/programmes/${slug}/interests/${personId}/controls/new`,
  person: (slug: string, personId: string) => `/programmes/${slug}/interests/${personId}`,
}
