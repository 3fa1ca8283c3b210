const programme = (slug: string) => `/programmes/${slug}`

export const programmePaths = {
  home: () => '/',
  list: () => '/programmes',
  new: () => '/programmes/new',
  programme,
  charter: (slug: string) => `${programme(slug)}/charter`,
  parties: (slug: string) => `${programme(slug)}/parties`,
  seats: (slug: string) => `${programme(slug)}/seats`,
  commitments: (slug: string) => `${programme(slug)}/commitments`,
  commitment: (slug: string, id: string) => `${programme(slug)}/commitments/${id}`,
  history: (slug: string) => `${programme(slug)}/history`,
}
