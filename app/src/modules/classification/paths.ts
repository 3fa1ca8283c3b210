const list = (slug: string) => `/programmes/${slug}/classifications`
const one = (slug: string, id: string) => `${list(slug)}/${id}`

export const classificationPaths = {
  list,
  one,
  /** `record`: the one to decide about. */
  new: (slug: string, record?: string) => `${list(slug)}/new${record ? `?record=${record}` : ''}`,
  confirmation: (slug: string, id: string) => `${one(slug, id)}/confirmation`,
  review: (slug: string, id: string) => `${one(slug, id)}/review`,
  opening: (slug: string, id: string) => `${one(slug, id)}/opening`,
  overturning: (slug: string, id: string) => `${one(slug, id)}/overturning`,
}

/** Of every programme: the information officer is one for the installation. */
export const findingPaths = {
  list: (page = 1) => `/text-findings${page > 1 ? `?page=${page}` : ''}`,
  pass: (id: string) => `/text-findings/${id}/answer`,
}

const breaches = (slug: string) => `/programmes/${slug}/breaches`
export const breachPaths = {
  list: breaches,
  new: (slug: string) => `${breaches(slug)}/new`,
  one: (slug: string, id: string) => `${breaches(slug)}/${id}`,
  notice: (slug: string, id: string) => `${breaches(slug)}/${id}/notices/new`,
}

export const redactionPaths = {
  one: (slug: string, id: string) => `/programmes/${slug}/redactions/${id}`,
  /** Of one decision. */
  new: (slug: string, id: string) => `${one(slug, id)}/redactions/new`,
}

/** Of one document, as the decision that withholds it opens it in part. */
export const filePaths = {
  new: (slug: string, id: string, document: string) => `${one(slug, id)}/files/${document}`,
  preview: (slug: string, id: string, document: string, bars = '') =>
    `${one(slug, id)}/files/${document}/preview${bars === '' ? '' : `?bars=${encodeURIComponent(bars)}`}`,
}
