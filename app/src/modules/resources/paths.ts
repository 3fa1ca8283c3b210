type Query = Record<string, string | number>

function asked(path: string, query: Query): string {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  const search = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}

const home = (slug: string) => `/programmes/${slug}/resources`
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
}
