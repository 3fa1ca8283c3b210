type Query = Record<string, string | undefined>

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

const list = (slug: string, query: Query = {}) => withQuery(`/programmes/${slug}/discussions`, query)
const record = (slug: string, id: string, query: Query = {}) => withQuery(`${list(slug)}/records/${id}`, query)
const thread = (slug: string, id: string, query: Query = {}) => withQuery(`${list(slug)}/${id}`, query)

export const discussionPaths = {
  list,
  settings: (slug: string) => `${list(slug)}/settings`,
  record,
  new: (slug: string, recordId: string) => `${record(slug, recordId)}/new`,
  following: (slug: string, recordId: string) => `${record(slug, recordId)}/following`,
  thread,
  comment: (slug: string, threadId: string, id: string) => `${thread(slug, threadId)}#c-${id}`,
  reply: (slug: string, id: string, query: { quote?: 'yes'; answer?: 'yes' } = {}) =>
    withQuery(`${thread(slug, id)}/reply`, query),
  edit: (slug: string, id: string) => `${thread(slug, id)}/edit`,
  correction: (slug: string, id: string) => `${thread(slug, id)}/correction`,
  answer: (slug: string, id: string) => `${thread(slug, id)}/answer`,
  hiding: (slug: string, id: string) => `${thread(slug, id)}/hiding`,
  objection: (slug: string, id: string) => `${thread(slug, id)}/objection`,
  ruling: (slug: string, id: string) => `${thread(slug, id)}/ruling`,
  notifications: (query: Query = {}) => withQuery('/work/notifications', query),
  visit: () => '/work/notifications/read',
  digest: () => '/work/notifications/digest',
}
