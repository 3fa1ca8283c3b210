const one = (id: string) => `/documents/${id}`

export const documentPaths = {
  list: (slug: string) => `/programmes/${slug}/documents`,
  add: (slug: string, record: string) => `/programmes/${slug}/documents/${record}/new`,
  one,
  file: (id: string) => `${one(id)}/file`,
  withdrawal: (id: string) => `${one(id)}/withdrawal`,
}
