import type { SignedContract } from './store/signals.ts'

/** Fewest contracts of one requester, and fewest tenders, of which a share says anything. */
export const fewest = 4

export type Share = { of: SignedContract[]; counted: Set<string> }

export function shareOf({ of, counted }: Share): number {
  return counted.size / of.length
}

/** The requester with enough contracts whose first supplier holds the largest part of them. */
export function topSupplier(contracts: SignedContract[]): Share | undefined {
  const byRequester = [...Map.groupBy(contracts, (one) => one.requester_id).values()]
  const shares = byRequester
    .filter((of) => of.length >= fewest)
    .map((of): Share => {
      const bySupplier = [...Map.groupBy(of, (one) => one.supplier_id).values()]
      const most = bySupplier.reduce((top, own) => (own.length > top.length ? own : top))
      return { of, counted: new Set(most.map((one) => one.id)) }
    })
  return shares.sort((a, b) => shareOf(b) - shareOf(a) || b.of.length - a.of.length)[0]
}

/** Tenders to which one bid came. Where one supplier is asked directly, one bid is no sign of anything. */
export function singleBids(contracts: SignedContract[]): Share | undefined {
  const of = contracts.filter((one) => one.method !== 'direct')
  if (of.length < fewest) return undefined
  return { of, counted: new Set(of.filter((one) => one.bids === 1).map((one) => one.id)) }
}
