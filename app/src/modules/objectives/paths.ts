const list = (slug: string) => `/programmes/${slug}/objectives`
const one = (slug: string, id: string) => `${list(slug)}/${id}`
const measure = (slug: string, id: string) => `/programmes/${slug}/measures/${id}`

export const objectivePaths = {
  list,
  one,
  new: (slug: string) => `${list(slug)}/new`,
  edit: (slug: string, id: string) => `${one(slug, id)}/edit`,
  drop: (slug: string, id: string) => `${one(slug, id)}/drop`,
  newMeasure: (slug: string, id: string) => `${one(slug, id)}/measures/new`,
  newLink: (slug: string, id: string) => `${one(slug, id)}/links/new`,
  endLink: (slug: string, id: string, link: string) => `${one(slug, id)}/links/${link}/end`,
  observe: (slug: string, id: string) => `${measure(slug, id)}/observations/new`,
  retarget: (slug: string, id: string) => `${measure(slug, id)}/target`,
  alignment: (slug: string) => `/programmes/${slug}/alignment`,
}
