import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import { type Party, type ProgrammeHead, partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { mayKeep } from './budget-line.ts'
import type { ContractQuery } from './list-query.ts'
import { type LineData, loadLine } from './load-lines.ts'
import * as store from './store/contracts.ts'
import { type LineFacts, readLine } from './store/lines.ts'

export type ContractsData = {
  programme: ProgrammeHead
  query: ContractQuery
  rows: store.ListedContract[]
  total: number
  sum: number
  parties: Party[]
  suppliers: { id: string; name: string }[]
  withheld: Withheld
}

export async function loadContracts(
  tx: ReadTx,
  { params, query, today }: PageRequest<ContractQuery>,
): Promise<ContractsData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const [listed, parties, suppliers, withheld] = await Promise.all([
    store.listContracts(tx, programme.id, query),
    partiesOn(tx, programme.id, today),
    store.suppliersOf(tx, programme.id),
    withheldIn(tx, 'contracts', programme.id),
  ])
  return { programme, query, ...listed, parties, suppliers, withheld }
}

export type ContractData = {
  programme: ProgrammeHead
  contract: store.ContractFacts
  /** What pays for it, where the reader sees that. */
  line: LineFacts | undefined
  changes: store.ContractChange[]
  mayKeep: Verdict
}

export async function loadContract(
  tx: ReadTx,
  { params, actor }: PageRequest<unknown>,
): Promise<ContractData | undefined> {
  const { slug = '', id = '' } = params
  const contract = isId(id) ? await store.readContract(tx, slug, id) : undefined
  if (!contract) return undefined
  const [programme, changes, line] = await Promise.all([
    programmeBySlug(tx, slug),
    store.changesOf(tx, id),
    readLine(tx, slug, contract.line_id),
  ])
  return programme && { programme, contract, line, changes, mayKeep: mayKeep(actor, contract) }
}

export type NewContractData = LineData & { parties: Party[] }

export async function loadNewContract(tx: ReadTx, request: PageRequest<unknown>): Promise<NewContractData | undefined> {
  const data = await loadLine(tx, request)
  return data && { ...data, parties: await partiesOn(tx, data.programme.id, request.today) }
}
