import { fold } from '#kernel/tabular/plain-text.ts'
import type { AreaName } from '../store/index-organisations.ts'

const order = ['province', 'regency', 'district', 'village']

/** The code of an area as a list writes it: the largest kind of area that has the name, when only one of it does. */
export function areaCalled(written: string, areas: readonly AreaName[]): string | 'unknown' | 'ambiguous' {
  const asked = fold(written)
  const byCode = areas.find((area) => area.code === asked)
  if (byCode) return byCode.code
  const whole = areas.filter((area) => fold(area.name) === asked)
  const bare = areas.filter((area) => fold(area.name).replace(/^(kabupaten|kota|provinsi) /, '') === asked)
  for (const found of [whole, bare])
    for (const level of order) {
      const same = found.filter((area) => area.level === level)
      if (same.length === 1) return same[0]!.code
      if (same.length > 1) return 'ambiguous'
    }
  return 'unknown'
}
