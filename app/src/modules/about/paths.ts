export const aboutPaths = {
  sources: () => '/sources',
  accessibility: () => '/accessibility',
  api: () => '/api',
  calendar: (year?: number) => (year ? `/calendar?year=${year}` : '/calendar'),
  newHoliday: () => '/calendar/holidays/new',
  removeHoliday: (date: string) => `/calendar/holidays/${date}/removal`,
}
