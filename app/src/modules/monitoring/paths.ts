const programme = (slug: string) => `/programmes/${slug}`

/** `counted` narrows the rows behind a number; `letter` picks a condition. */
type Rows = { counted?: 'yes' | 'no'; letter?: string }

function query({ counted, letter }: Rows = {}): string {
  const search = new URLSearchParams({ ...(letter ? { letter } : {}), ...(counted ? { counted } : {}) }).toString()
  return search ? `?${search}` : ''
}

export const monitoringPaths = {
  catalogue: () => '/indicators',
  programmes: () => '/programmes',
  programme,
  indicators: (slug: string) => `${programme(slug)}/indicators`,
  indicator: (slug: string, id: string) => `${programme(slug)}/indicators/${id}`,
  indicatorRows: (slug: string, id: string, rows?: Rows) => `${programme(slug)}/indicators/${id}${query(rows)}#rows`,
  obstacles: (slug: string) => `${programme(slug)}/obstacles`,
  obstacle: (slug: string, id: string) => `${programme(slug)}/obstacles/${id}`,
  detector: (slug: string, id: string) => `${programme(slug)}/detectors/${id}`,
  detectorRows: (slug: string, id: string, rows?: Rows) => `${programme(slug)}/detectors/${id}${query(rows)}#rows`,
  threshold: (slug: string, subject: string) => `${programme(slug)}/thresholds/${subject}`,
  evaluation: (slug: string) => `${programme(slug)}/evaluation`,
  preview: (slug: string, id: string) => `${programme(slug)}/evaluation/${id}`,
  newMitigation: (slug: string, obstacleId: string) => `${programme(slug)}/obstacles/${obstacleId}/mitigations`,
  adoption: (slug: string, mitigationId: string) => `${programme(slug)}/mitigations/${mitigationId}/adoption`,
  review: (slug: string, mitigationId: string) => `${programme(slug)}/mitigations/${mitigationId}/review`,
  withdrawal: (slug: string, mitigationId: string) => `${programme(slug)}/mitigations/${mitigationId}/withdrawal`,
}
