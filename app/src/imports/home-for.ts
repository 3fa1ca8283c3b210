import type { Tx } from '#kernel/database.ts'
import { institutionsOf } from '#kernel/tabular/field-value.ts'
import type { Institution } from '#kernel/tabular/read-institution.ts'
import { readInstitution, tidyName } from '#kernel/tabular/read-institution.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { Coordinator } from './coordinator.ts'
import type { Directory } from './organisations/directory.ts'
import { addNamed, type Settled } from './organisations/settle.ts'
import { foundHome } from './programme.ts'
import type { ImportReport } from './report.ts'
import { type Home, type ImportRequest, Refusal } from './request.ts'
import { says } from './words.ts'

type Found = {
  coordinator: Coordinator | undefined
  records: readonly TableRecord[]
  settled: Settled
  directory: Directory
  lang: 'id' | 'en'
  country: string
  now: Date
  asOf: string
  report: ImportReport
}

/** The programme that --create makes. Who answers for it: --owner, else whom the coordinator works for, else who leads most rows, else a body of its name. */
export async function homeFor(tx: Tx, { programme, create }: ImportRequest, found: Found): Promise<Home> {
  const { lang, country, now, asOf, report, coordinator } = found
  const led = create!.owner || coordinator ? undefined : mostNamed(found)
  const name = create!.owner ?? create!.name
  const own = create!.owner ? undefined : coordinator?.organisations[0]
  const ownerId = own ?? led?.id ?? (await ownerNamed(tx, name, found))
  if (!create!.owner && !own) report.remarks.push({ code: 'owner-assumed', line: null, detail: led?.name ?? name })
  return foundHome(tx, { slug: programme!, name: create!.name, ownerId, lang, country, now, asOf })
}

/** The organisation that leads more than a third of the rows. */
function mostNamed({ records, settled }: Found): { id: string; name: string } | undefined {
  const counts = new Map<string, { id: string; name: string; rows: number }>()
  for (const record of records) {
    const first = leadOf(record)
    const id = first && settled.idOf(record, first)
    if (!first || !id) continue
    const known = counts.get(id)
    if (known) known.rows++
    else counts.set(id, { id, name: first.name, rows: 1 })
  }
  const most = [...counts.values()].sort((a, b) => b.rows - a.rows)[0]
  return most && most.rows * 3 > records.length ? most : undefined
}

function leadOf({ values }: TableRecord): Institution | undefined {
  return ['leadInstitutions', 'accountable', 'responsible'].flatMap((field) => institutionsOf(values[field]))[0]
}

async function ownerNamed(tx: Tx, name: string, { directory, now, lang, country, report }: Found): Promise<string> {
  const named = readInstitution(tidyName(name).slice(0, 300).toWellFormed())
  if (named.key === '') throw new Refusal(says((words) => words.refusal.noOwner))
  const match = directory.find(named.name, null)
  if (match.kind === 'one') return match.id
  return addNamed(tx, directory, named, { now, lang, country, report })
}
