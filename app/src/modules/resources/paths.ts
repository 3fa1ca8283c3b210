type Query = Record<string, string | number>

function asked(path: string, query: Query): string {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  const search = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

const home = (slug: string) => `/programmes/${slug}/resources`
const contract = (slug: string, id: string) => `${home(slug)}/contracts/${id}`
const offer = (slug: string, id: string) => `${home(slug)}/offers/${id}`
const line = (slug: string, id: string) => `${home(slug)}/budget-lines/${id}`

export const resourcePaths = {
  overview: (slug: string, query: Query = {}) => asked(home(slug), query),
  lines: (slug: string, query: Query = {}) => asked(`${home(slug)}/budget-lines`, query),
  newLine: (slug: string) => `${home(slug)}/budget-lines/new`,
  line,
  revise: (slug: string, id: string) => `${line(slug, id)}/revisions/new`,
  realise: (slug: string, id: string) => `${line(slug, id)}/realisations/new`,
  correct: (slug: string, id: string, realisation: string) =>
    `${line(slug, id)}/realisations/${realisation}/correction`,
  newContract: (slug: string, id: string) => `${line(slug, id)}/contracts/new`,
  contracts: (slug: string, query: Query = {}) => asked(`${home(slug)}/contracts`, query),
  contract,
  changeContract: (slug: string, id: string) => `${contract(slug, id)}/changes/new`,
  offers: (slug: string, query: Query = {}) => asked(`${home(slug)}/offers`, query),
  newOffer: (slug: string) => `${home(slug)}/offers/new`,
  offer,
  moveOffer: (slug: string, id: string) => `${offer(slug, id)}/moves/new`,
}
