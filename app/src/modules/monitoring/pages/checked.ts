import { formatNumber, type Lang } from '#ui/language.ts'
import { detectors } from '../catalogue/catalogue.ts'
import type { StoredDetector } from '../reading.ts'

/** How many detectors could be judged, of how many. */
export function checkedCounts(lang: Lang, readings: ReadonlyMap<string, StoredDetector>): [string, string] {
  const checked = [...readings.values()].filter((one) => one.outcome !== 'unchecked').length
  return [formatNumber(lang, checked), formatNumber(lang, detectors.length)]
}
