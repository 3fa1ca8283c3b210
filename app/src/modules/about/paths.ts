export const aboutPaths = {
  sources: () => '/sources',
  accessibility: () => '/accessibility',
  api: () => '/api',
  apiEntry: (name: string) => `/api-entries/${name}`,
  calendar: (year?: number) => (year ? `/calendar?year=${year}` : '/calendar'),
  newHoliday: () => '/calendar/holidays/new',
  removeHoliday: (date: string) => `/calendar/holidays/${date}/removal`,
}
