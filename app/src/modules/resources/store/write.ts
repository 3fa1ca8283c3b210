import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { BudgetLine } from '../budget-line.ts'
import type { Contract } from '../contract.ts'
import type { Resource, ResourceState } from '../resource.ts'

export type By = { actor: Actor; now: Date }
const stamp = ({ actor, now }: By) => ({ id: newId(now), created_at: now, created_by: personOf(actor) })

export type NewLine = Omit<BudgetLine, 'id' | 'revised' | 'realised' | 'version'>

export async function addLine(tx: Tx, by: By, line: NewLine): Promise<string> {
  const made = stamp(by)
  await tx
    .insertInto('budget_lines')
    .values({ ...line, ...made })
    .execute()
  return made.id
}

export async function addRevision(tx: Tx, by: By, line_id: string, amount: number, because: string): Promise<void> {
  await tx
    .insertInto('budget_revisions')
    .values({ ...stamp(by), line_id, amount, because })
    .execute()
}

export type NewRealisation = {
  spent_on: string
  amount: number
  evidence: string
  corrects_id?: string
  because?: string
}

export async function addRealisation(tx: Tx, by: By, line_id: string, row: NewRealisation): Promise<string> {
  const made = stamp(by)
  await tx
    .insertInto('budget_realisations')
    .values({ ...made, line_id, ...row })
    .execute()
  return made.id
}

export type NewContract = Omit<Contract, 'id' | 'present_value' | 'annulled_on' | 'version'>

export async function addContract(tx: Tx, by: By, contract: NewContract): Promise<string> {
  const made = stamp(by)
  await tx
    .insertInto('contracts')
    .values({ ...contract, ...made })
    .execute()
  return made.id
}

/** Without a value it is annulled. */
export async function addContractChange(tx: Tx, by: By, id: string, value: number | null, because: string) {
  const kind = value === null ? 'annulled' : 'amended'
  await tx
    .insertInto('contract_changes')
    .values({ ...stamp(by), contract_id: id, kind, value, because })
    .execute()
}

export type NewResource = Omit<Resource, 'id' | 'state' | 'version'>

export async function addResource(tx: Tx, by: By, resource: NewResource): Promise<string> {
  const made = stamp(by)
  await tx
    .insertInto('resources')
    .values({ ...resource, ...made })
    .execute()
  return made.id
}

export async function addMove(tx: Tx, by: By, resource_id: string, to_state: ResourceState, because: string) {
  await tx
    .insertInto('resource_moves')
    .values({ ...stamp(by), resource_id, to_state, because })
    .execute()
}

type Records = 'budget_lines' | 'contracts' | 'resources'

export async function touch(tx: Tx, table: Records, of: { id: string; version: number }): Promise<number> {
  const version = of.version + 1
  await tx.updateTable(table).set({ version }).where('id', '=', of.id).execute()
  return version
}
