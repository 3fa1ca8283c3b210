// Pools in the manner of the study's table: seats and quotas follow the population, the people come from a skewed
// group of volunteers (older, better educated, urban, already convinced), whose answers hang together.
import { createHash } from 'node:crypto'

type Feature = { name: string; values: { value: string; population: number; volunteers: number }[] }

const features: Feature[] = [
  feature('gender', 'female .51 .47', 'male .48 .51', 'other .01 .02'),
  feature('age', '16-24 .14 .07', '25-39 .26 .19', '40-54 .25 .25', '55-69 .22 .31', '70+ .13 .18'),
  feature('education', 'primary .20 .07', 'secondary .42 .29', 'vocational .13 .14', 'degree .25 .50'),
  feature('region', 'north .16 .13', 'east .22 .19', 'south .20 .17', 'west .18 .16', 'capital .24 .35'),
  feature('origin', 'majority .78 .83', 'first .12 .08', 'second .06 .06', 'mixed .04 .03'),
  feature('settlement', 'city .45 .58', 'town .33 .27', 'village .22 .15'),
  feature('opinion', 'very concerned .35 .62', 'fairly concerned .40 .27', 'not very .17 .07', 'not at all .08 .04'),
]

function feature(name: string, ...lines: string[]): Feature {
  const values = lines.map((line) => {
    const [, value, population, volunteers] = /^(.*) (\S+) (\S+)$/.exec(line)!
    return { value: value!, population: Number(population), volunteers: Number(volunteers) }
  })
  return { name, values }
}

/** Numbers in [0, 1) from a named seed: the same on every machine. */
function numbersFrom(seed: string): () => number {
  let count = 0
  return () => createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32BE(0) / 2 ** 32
}

/** Tilt 0 draws from the population, 1 from the volunteers; each person has a tilt of their own. */
function valueFor({ values }: Feature, tilt: number, lot: number): string {
  const share = (v: Feature['values'][number]) => v.population * (1 - tilt) + v.volunteers * tilt
  let left = lot * values.reduce((sum, v) => sum + share(v), 0)
  for (const v of values) {
    left -= share(v)
    if (left < 0) return v.value
  }
  return values.at(-1)!.value
}

export function quotasFor(seats: number): string {
  const lines = features.flatMap(({ name, values }) =>
    values.map(({ value, population }) =>
      [name, value, Math.floor(population * seats), Math.ceil(population * seats)].join(','),
    ),
  )
  return ['feature,value,min,max', ...lines].join('\n')
}

export function volunteers(people: number, seed: string): string {
  const next = numbersFrom(seed)
  const lines = Array.from({ length: people }, (_, i) => {
    const tilt = next() * 2
    return [`p${i + 1}`, ...features.map((f) => valueFor(f, Math.min(tilt, 1.2), next()))].join(',')
  })
  return [['id', ...features.map((f) => f.name)].join(','), ...lines].join('\n')
}
