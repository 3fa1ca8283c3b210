import { createHash } from 'node:crypto'
import type { Panel } from './select.ts'
import { ticketCount } from './tickets.ts'

/** SHA-256 of the seed's UTF-8 bytes in hex: published before the pool closes, so that the seed cannot be chosen later. */
export function commitment(seed: string): string {
  return createHash('sha256').update(seed, 'utf8').digest('hex')
}

/**
 * A whole number from 0 to count − 1: SHA-256 of "counter:seed" read as a 256-bit number h, then ⌊h × count / 2²⁵⁶⌋.
 * No value is rejected; for a billion tickets no chance is off by more than 2⁻²⁵⁶ in absolute terms.
 */
export function lot(seed: string, counter: number, count: number): number {
  const hash = createHash('sha256').update(`${counter}:${seed}`, 'utf8').digest('hex')
  return Number((BigInt(`0x${hash}`) * BigInt(count)) >> 256n)
}

export type Drawn = {
  seed: string
  commitment: string
  ticket: number
  panel: Panel /** Place in the list, from 0. */
  place: number
}

/**
 * Draws one panel: the panels hold the tickets in the order of the list, the first from 0 on; the ticket is
 * lot(seed, 0, 1,000,000,000).
 */
export function drawPanel(panels: Panel[], seed: string): Drawn {
  const ticket = lot(seed, 0, ticketCount)
  let place = 0
  for (let end = panels[0]!.tickets; end <= ticket; end += panels[place]!.tickets) place++
  return { seed, commitment: commitment(seed), ticket, panel: panels[place]!, place }
}
