import type { Keys } from '../keys/keys.ts'

/** An address that stands in the queue as it stood where it came from: sealed, and opened only as the mail leaves. */
export type SealedAddress = { address_sealed: Buffer; address_place: string; sealed_for: string }
type Addressed = { address: string } & { [column in keyof SealedAddress]: SealedAddress[column] | null }

/** Undefined once its subject was erased; throws KeysUnavailable. */
export async function addressOf(mail: Addressed, keys: Keys): Promise<string | undefined> {
  const { address, address_sealed, address_place, sealed_for } = mail
  if (!address_sealed || !address_place || !sealed_for) return address
  const key = (await keys.known([sealed_for])).get(sealed_for)
  return key?.open<string>(address_place, address_sealed)
}
