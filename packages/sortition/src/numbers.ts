/**
 * Numbers in [0, 1) from a fixed 32-bit start (Marsaglia's xorshift, 2003). They only vary where the search looks for
 * panels; nothing that is drawn by lot comes from them.
 */
export function numbersFrom(start: number): () => number {
  let state = start >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}
