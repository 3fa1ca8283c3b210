const programme = (slug: string) => `/programmes/${slug}`

export const programmePaths = {
  home: () => '/',
  list: () => '/programmes',
  figures: () => '/figures',
  new: () => '/programmes/new',
  programme,
  description: (slug: string) => `${programme(slug)}/description`,
  status: (slug: string) => `${programme(slug)}/status`,
  charter: (slug: string) => `${programme(slug)}/charter`,
  charterVersion: (slug: string, number: number) => `${programme(slug)}/charter/versions/${number}`,
  charterDraft: (slug: string) => `${programme(slug)}/charter/draft`,
  charterCells: (slug: string) => `${programme(slug)}/charter/draft/cells`,
  charterProposal: (slug: string) => `${programme(slug)}/charter/proposal`,
  signature: (slug: string, number: number) => `${programme(slug)}/charter/versions/${number}/signature`,
  parties: (slug: string) => `${programme(slug)}/parties`,
  newParty: (slug: string) => `${programme(slug)}/parties/new`,
  partyRole: (slug: string, organisationId: string) => `${programme(slug)}/parties/${organisationId}/role`,
  withdrawal: (slug: string, organisationId: string) => `${programme(slug)}/parties/${organisationId}/withdrawal`,
  seats: (slug: string) => `${programme(slug)}/seats`,
  newSeat: (slug: string, organisationId?: string) =>
    `${programme(slug)}/seats/new${organisationId ? `?organisation=${organisationId}` : ''}`,
  seatEnd: (slug: string, seatId: string) => `${programme(slug)}/seats/${seatId}/end`,
  newGrant: (slug: string, recordId?: string) =>
    `${programme(slug)}/grants/new${recordId ? `?record=${recordId}` : ''}`,
  commitments: (slug: string) => `${programme(slug)}/commitments`,
  newCommitment: (slug: string) => `${programme(slug)}/commitments/new`,
  commitment: (slug: string, id: string) => `${programme(slug)}/commitments/${id}`,
  commitmentMove: (slug: string, id: string) => `${programme(slug)}/commitments/${id}/move`,
  commitmentReport: (slug: string, id: string) => `${programme(slug)}/commitments/${id}/report`,
  commitmentAssessment: (slug: string, id: string) => `${programme(slug)}/commitments/${id}/assessment`,
  history: (slug: string) => `${programme(slug)}/history`,
}
