const base = (slug: string) => `/programmes/${slug}/tasks`
const task = (slug: string, id: string) => `${base(slug)}/${id}`

type Query = Record<string, string | number>
const usual: Query = { page: 1, sort: 'due', dir: 'asc', places: 1 }

/** The list with its search, filters, order and page; what is usual is left out. */
function list(slug: string, query: Query = {}): string {
  return withQuery(base(slug), query)
}

function withQuery(path: string, query: Query): string {
  const kept = Object.entries(query).filter(([name, value]) => value !== '' && value !== usual[name])
  if (kept.length === 0) return path
  return `${path}?${new URLSearchParams(Object.fromEntries(kept.map(([name, value]) => [name, String(value)])))}`
}

/** Acts on a task, by the noun of their address. */
export const actNouns = {
  edit: 'edit',
  start: 'start',
  move: 'move',
  wait: 'waiting',
  block: 'obstacle',
  resume: 'resumption',
  handOver: 'handover',
  accept: 'acceptance',
  decline: 'refusal',
  evidence: 'evidence',
  close: 'closure',
  verify: 'verification',
  reopen: 'reopening',
  cancel: 'cancellation',
  remind: 'reminder',
  role: 'roles',
  adoption: 'adoption',
} as const
export type Act = keyof typeof actNouns

export const taskPaths = {
  work: (tab?: string, page?: number) => withQuery('/work', { tab: tab ?? '', page: page ?? 1 }),
  list,
  plan: (slug: string, query: Query = {}) => withQuery(`${base(slug)}/new`, query),
  task,
  act: (slug: string, id: string, act: Act, back?: string) =>
    withQuery(`${task(slug, id)}/${actNouns[act]}`, { back: back ?? '' }),
  timeline: (slug: string, query: Query = {}) => withQuery(`/programmes/${slug}/timeline`, query),
  coverage: (slug: string, query: Query = {}) => withQuery(`/programmes/${slug}/coverage`, query),
  capacity: (slug: string, query: Query = {}) => withQuery(`/programmes/${slug}/capacity`, query),
  declareCapacity: (slug: string) => `/programmes/${slug}/capacity/new`,
}
