import { institutionKey, isAcronym } from '#kernel/tabular/institution-words.ts'

/** An organisation as matching needs it. `names`: every name and acronym it has or had; `party`: of this programme. */
export type Known = {
  id: string
  name: string
  acronym: string | null
  names: { name: string; acronym: boolean }[]
  country: string
  mergedInto: string | null
  dissolved: boolean
  party: boolean
}

export type Match =
  | { kind: 'one'; id: string; by: 'name' | 'party'; name: string }
  | { kind: 'several'; names: string[] }
  | { kind: 'none' }

/** The directory by the spellings of its names. */
export class Directory {
  private readonly byId = new Map<string, Known>()
  private readonly byName = new Map<string, Set<string>>()
  private readonly byAcronym = new Map<string, Set<string>>()
  private readonly parties: { id: string; name: string; key: string }[] = []

  constructor(organisations: readonly Known[]) {
    for (const organisation of organisations) this.add(organisation)
  }

  add(organisation: Known): void {
    const { id, name, party } = organisation
    this.byId.set(id, organisation)
    if (party) this.parties.push({ id, name, key: institutionKey(name) })
    const acronyms = organisation.names.filter((one) => one.acronym).map((one) => one.name)
    const names = organisation.names.filter((one) => !one.acronym).map((one) => one.name)
    for (const spelling of [name, ...names]) note(this.byName, spelling, id)
    for (const acronym of [organisation.acronym ?? '', ...acronyms]) note(this.byAcronym, acronym, id)
  }

  /** False for a body that has been dissolved. */
  stands(id: string): boolean {
    return this.byId.get(id)?.dissolved === false
  }

  /** A short form that a cell gives beside the name, for the cells that write only the short form. */
  alsoCalled(id: string, acronym: string): void {
    note(this.byAcronym, acronym, id)
  }

  /** Spellings of every name, so that reading a cell never cuts one apart. */
  spellings(): ReadonlySet<string> {
    return new Set(this.byName.keys())
  }

  /** The organisation of this name, in this country where one is given: by name, else by acronym, else as a party says it. */
  find(name: string, country: string | null): Match {
    const key = institutionKey(name)
    const named = this.among(this.byName.get(key), country)
    const short = isAcronym(name) ? this.among(this.byAcronym.get(key), country) : []
    const found = named.length > 0 ? named : short
    if (found.length > 0) return one(found)
    // "Dinas Kesehatan" in a regency's plan is its party "Dinas Kesehatan Kabupaten …": the place goes without saying.
    const local = this.parties.filter((party) => isLocal(party.key, key))
    return local.length === 1 ? { kind: 'one', id: local[0]!.id, by: 'party', name: local[0]!.name } : { kind: 'none' }
  }

  private among(ids: ReadonlySet<string> | undefined, country: string | null): Known[] {
    const found = [...(ids ?? [])].map((id) => this.survivor(id))
    const once = [...new Map(found.map((known) => [known.id, known])).values()]
    return country === null ? once : once.filter((known) => known.country === country)
  }

  /** The record that an organisation was merged into, however often. */
  private survivor(id: string): Known {
    const seen = new Set<string>()
    let known = this.byId.get(id)!
    while (known.mergedInto && this.byId.has(known.mergedInto) && !seen.has(known.id)) {
      seen.add(known.id)
      known = this.byId.get(known.mergedInto)!
    }
    return known
  }
}

function note(index: Map<string, Set<string>>, name: string, id: string): void {
  const key = institutionKey(name)
  if (key === '') return
  const known = index.get(key)
  if (known) known.add(id)
  else index.set(key, new Set([id]))
}

/** Of several with one name: the party, else the one that still exists; when that leaves more than one, nobody guesses. */
function one(found: readonly Known[]): Match {
  for (const narrower of [found, found.filter((known) => known.party), found.filter((known) => !known.dissolved)])
    if (narrower.length === 1) return { kind: 'one', id: narrower[0]!.id, by: 'name', name: narrower[0]!.name }
  return { kind: 'several', names: found.map((known) => known.name) }
}

function isLocal(long: string, short: string): boolean {
  return (
    long.startsWith(`${short} `) && /^(kabupaten|kab|kota|provinsi|prov|daerah) /.test(long.slice(short.length + 1))
  )
}
