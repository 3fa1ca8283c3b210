const list = (slug: string) => `/programmes/${slug}/meetings`
const one = (id: string) => `/meetings/${id}`
const series = (slug: string, id: string) => `${list(slug)}/series/${id}`

export const meetingPaths = {
  list,
  new: (slug: string) => `${list(slug)}/new`,
  newSeries: (slug: string) => `${list(slug)}/series/new`,
  extendSeries: (slug: string, id: string) => `${series(slug, id)}/extension`,
  endSeries: (slug: string, id: string) => `${series(slug, id)}/end`,
  one,
  move: (id: string) => `${one(id)}/move`,
  cancel: (id: string) => `${one(id)}/cancellation`,
  invite: (id: string) => `${one(id)}/invitation`,
  answer: (id: string) => `${one(id)}/answer`,
  attendance: (id: string) => `${one(id)}/attendance`,
  newItem: (id: string) => `${one(id)}/agenda/new`,
  proposal: (id: string) => `${one(id)}/agenda/proposal`,
  result: (id: string, item: string) => `${one(id)}/agenda/${item}/result`,
  minutes: (id: string) => `${one(id)}/minutes`,
  minutesVersion: (id: string, number: number | string) => `${one(id)}/minutes/versions/${number}`,
  writeMinutes: (id: string) => `${one(id)}/minutes/draft`,
  confirmMinutes: (id: string) => `${one(id)}/minutes/confirmation`,
  minutesFile: (id: string) => `${one(id)}/minutes.pdf`,
  feed: (slug: string) => `/programmes/${slug}/calendar.ics`,
  calendar: () => '/work/calendar',
  makeCalendar: () => '/work/calendar/link',
  revokeCalendar: () => '/work/calendar/revocation',
  ownFeed: (token: string) => `/calendars/${token}`,
}
