/** The longest entry that a bundle can hold: its length is written in 16 bits. */
export const MAX_ENTRY_BYTES = 65_535

/** Entry bundle of C2SP tlog-tiles: each entry after its length as a big-endian uint16. Throws on an entry above 65,535 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new Error(`An entry holds at most ${MAX_ENTRY_BYTES} bytes, this one has ${entry.length}.`)
    }
    at = bundle.writeUInt16BE(entry.length, at)
    bundle.set(entry, at)
    at += entry.length
  }
  return bundle
}

/** The entries of a bundle; throws when it is cut short. */
export function decodeBundle(bundle: Uint8Array): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) throw new Error(`The bundle ends inside the length of entry ${entries.length}.`)
    const end = at + 2 + view.getUint16(at)
    if (end > bundle.length) throw new Error(`The bundle ends inside entry ${entries.length}.`)
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}
