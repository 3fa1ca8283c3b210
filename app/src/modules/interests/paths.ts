export const interestPaths = {
  mine: () => '/work/interests',
  declare: () => '/work/interests/new',
  register: (slug: string) => `/programmes/${slug}/interests`,
  person: (slug: string, personId: string) => `/programmes/${slug}/interests/${personId}`,
}
