/** Open Contracting Data Standard 1.1. This prefix is OCP's own for documentation; others are registered with OCP. */
export const documentationPrefix = 'ocds-213czf'

/** One contracting process a contract. Only examples have an identifier: no prefix is registered for anybody here. */
export function ocidOf({ id, example }: { id: string; example: string | null }): string | undefined {
  return example ? `${documentationPrefix}-${id}` : undefined
}
