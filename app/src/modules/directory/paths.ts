const organisation = (id: string) => `/organisations/${id}`
const person = (id: string) => `/people/${id}`

export const directoryPaths = {
  organisations: () => '/organisations',
  newOrganisation: () => '/organisations/new',
  duplicates: () => '/organisations/duplicates',
  importing: () => '/organisations/import',
  organisation,
  editing: (id: string) => `${organisation(id)}/edit`,
  renaming: (id: string) => `${organisation(id)}/name`,
  newName: (id: string) => `${organisation(id)}/names/new`,
  newIdentifier: (id: string) => `${organisation(id)}/identifiers/new`,
  dissolution: (id: string) => `${organisation(id)}/dissolution`,
  reinstatement: (id: string) => `${organisation(id)}/reinstatement`,
  merger: (id: string, into?: string) => `${organisation(id)}/merger${into ? `?into=${into}` : ''}`,
  appointment: (id: string) => `${organisation(id)}/appointments/new`,
  newPerson: (id: string) => `${organisation(id)}/people/new`,
  people: (organisationId?: string) => `/people${organisationId ? `?organisation=${organisationId}` : ''}`,
  person,
  personName: (id: string) => `${person(id)}/name`,
  personMerger: (id: string, into?: string) => `${person(id)}/merger${into ? `?into=${into}` : ''}`,
  endPost: (id: string, membership: string) => `${person(id)}/posts/${membership}/end`,
  newSkill: (id: string) => `${person(id)}/skills/new`,
  endSkill: (id: string, skill: string) => `${person(id)}/skills/${skill}/end`,
  skills: (skill?: string) => `/skills${skill ? `?q=${encodeURIComponent(skill)}` : ''}`,
  territories: () => '/territories',
  territory: (code: string) => `/territories/${code}`,
  /** Accounts are another module's; here is only the way there. */
  invitations: () => '/work/invitations',
  signIn: (next: string) => `/sign-in?next=${encodeURIComponent(next)}`,
}
