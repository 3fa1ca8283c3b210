import { randomBytes } from 'node:crypto'
import type { Keys } from '#kernel/keys/keys.ts'
import type { SubjectKey } from '#kernel/keys/subject-key.ts'

/** The seed of an event that concerns natural persons, as the database holds it; `subjects`: whose keys mask it. */
export type Masked = { number: number; masked: Buffer; subjects: readonly string[] }

/** The same both ways. Undefined when one of the keys is gone: then nobody can ever open what the entry commits to. */
export function masked(keys: Map<string, SubjectKey>, { number, masked: seed, subjects }: Masked): Buffer | undefined {
  const result = Buffer.from(seed)
  for (const subject of subjects) {
    const mask = keys.get(subject)?.hash('log seed', `event/${number}`)
    if (!mask) return undefined
    for (let at = 0; at < result.length; at += 1) result[at]! ^= mask[at]!
  }
  return result
}

export const subjectsOf = (rows: readonly Pick<Masked, 'subjects'>[]) => [
  ...new Set(rows.flatMap((row) => row.subjects)),
]

/** Seeds to sign with. Of somebody who was erased there is one by chance, kept nowhere. */
export async function seedsToSign(keys: Keys, rows: readonly Masked[], now: Date): Promise<Buffer[]> {
  // The log does not wait for the keys while nothing concerns a person.
  if (rows.length === 0) return []
  const opened = await keys.all(subjectsOf(rows), now)
  return rows.map((row) => masked(opened, row) ?? randomBytes(32))
}

/** Seeds to verify with; none where somebody was erased. */
export async function seedsToVerify(keys: Keys, rows: readonly Masked[]): Promise<(Buffer | null)[]> {
  if (rows.length === 0) return []
  const opened = await keys.known(subjectsOf(rows))
  return rows.map((row) => masked(opened, row) ?? null)
}
