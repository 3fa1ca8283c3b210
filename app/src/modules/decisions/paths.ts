/** Acts on one decision: the last part of their address is a noun. */
export const actPaths = {
  option: 'options/new',
  concerned: 'concerned/new',
  link: 'links/new',
  position: 'positions/new',
  amendment: 'amendments/new',
  amendmentAnswer: 'amendments/answer',
  amendmentWithdrawal: 'amendments/withdrawal',
  question: 'questions/new',
  answer: 'questions/answer',
  interest: 'interest',
  delegation: 'delegations/new',
  vote: 'vote',
  extension: 'vote/extension',
  ballot: 'ballot',
  closure: 'closure',
  publication: 'publication',
  step: 'steps/new',
  dissent: 'dissents/new',
  appeal: 'appeals/new',
  appealAnswer: 'appeals/answer',
  withdrawal: 'withdrawal',
} as const
export type Act = keyof typeof actPaths

const decision = (id: string) => `/decisions/${id}`

export const decisionPaths = {
  list: (slug: string, query?: Record<string, string | number>) => {
    const search = new URLSearchParams(
      Object.entries(query ?? {})
        .filter(([, value]) => value !== '')
        .map(([name, value]): [string, string] => [name, String(value)]),
    )
    return `/programmes/${slug}/decisions${search.size > 0 ? `?${search}` : ''}`
  },
  new: (slug: string, reverses?: string) =>
    `/programmes/${slug}/decisions/new${reverses ? `?reverses=${reverses}` : ''}`,
  decision,
  act: (id: string, act: Act, query?: Record<string, string>) =>
    `${decision(id)}/${actPaths[act]}${query ? `?${new URLSearchParams(query)}` : ''}`,
}
