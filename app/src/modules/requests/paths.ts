/** Acts on one request by those who deal with it. */
export const actPaths = {
  registration: 'registration',
  answer: 'answer',
  handover: 'handover',
  clarification: 'clarification',
  extension: 'extension',
  forwarding: 'forwarding',
  publication: 'publication',
  disputeOutcome: 'dispute-outcome',
  material: 'material',
  reconsideration: 'reconsideration',
} as const
export type Act = keyof typeof actPaths
/** Acts of the requester, behind the secret link. */
export const ownActs = ['reply', 'objection', 'dispute', 'withdrawal'] as const
export type OwnAct = (typeof ownActs)[number]

const base = '/information-requests'
const withQuery = (path: string, query: Record<string, string | number | undefined> = {}) => {
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([name, value]): [string, string] => [name, String(value)]),
  )
  return search.size > 0 ? `${path}?${search}` : path
}

export const requestPaths = {
  register: (query?: Record<string, string | number | undefined>) => withQuery(base, query),
  new: (programme?: string) => withQuery(`${base}/new`, { programme }),
  answers: (query?: Record<string, string | number | undefined>) => withQuery(`${base}/answers`, query),
  rules: () => `${base}/rules`,
  changeRule: (rule: string) => `${base}/rules/${rule}/change`,
  find: () => `${base}/follow`,
  follow: (token: string) => `${base}/follow/${token}`,
  ownAct: (token: string, act: OwnAct) => `${base}/follow/${token}/${act}`,
  /** A page of the room that erases. */
  erasure: (token: string) => `${base}/follow/${token}/erasure`,
  one: (id: string) => `${base}/${id}`,
  /** One’s own, for who is signed in: leads to the secret link. */
  own: (id: string) => `${base}/${id}/mine`,
  act: (id: string, act: Act) => `${base}/${id}/${actPaths[act]}`,
}
