const programme = (slug: string) => `/programmes/${slug}`

/** `counted` narrows the rows behind a number; `letter` picks a condition, `evaluation` another than the latest. */
type Rows = { counted?: 'yes' | 'no'; letter?: string; evaluation?: string }

function query(rows: Rows = {}): string {
  const given = Object.entries(rows).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const search = new URLSearchParams(given).toString()
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
