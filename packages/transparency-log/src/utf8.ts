// A byte order mark is kept as a character, so that decoding and encoding again gives the same bytes.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text, or undefined when the bytes are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 bytes; throws on lone surrogates, which have none. */
export function encodeUtf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new Error('The text holds half of a surrogate pair and has no UTF-8 form.')
  return Buffer.from(text, 'utf8')
}
