import type { DetectorReading, Outcome } from './detector.ts'

export type Turn = 'fires' | 'clears' | 'stays'

/**
 * What a weekly evaluation does to a detector: it fires after two consecutive true ones (at once at severity 3) and
 * clears after two that are not. One that could not be checked is neither, and breaks the row.
 */
export function turnOf(
  open: boolean,
  previous: Outcome | undefined,
  now: Pick<DetectorReading, 'outcome' | 'severity'>,
): Turn {
  if (open) return now.outcome === 'false' && previous === 'false' ? 'clears' : 'stays'
  const fires = now.outcome === 'true' && (previous === 'true' || now.severity === 3)
  return fires ? 'fires' : 'stays'
}
