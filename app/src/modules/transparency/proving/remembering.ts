/** Reads each object once. */
export function remembering(read: (path: string) => Promise<Uint8Array | undefined>) {
  const known = new Map<string, Promise<Uint8Array | undefined>>()
  return (path: string) => {
    const found = known.get(path) ?? read(path)
    known.set(path, found)
    return found
  }
}
