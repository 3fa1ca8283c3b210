import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quantile } from '../../../bin/figures.ts'
import { count, type Options, type Outcome, optionsFor, type Profile, profileOf, readPabulib } from '../src/index.ts'

/** The folder given to the bench, or the shared elections. */
export const folder = process.argv[2] ?? join(import.meta.dirname, '../../../../shared/data/pabulib')

export function cpu<T>(work: () => T): { seconds: number; result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, result }
}

/** Median CPU seconds of `times` runs, after one that is not counted. */
export function median(times: number, work: () => unknown): number {
  work()
  return quantile(
    Array.from({ length: times }, () => cpu(work).seconds),
    0.5,
  )
}

export function elections(): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : []
}

export function has(name: string): boolean {
  return existsSync(join(folder, name))
}

export function textOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

export function profileIn(name: string): Profile {
  return profileOf(readPabulib(textOf(name)))
}

export function countBy(profile: Profile, options: Partial<Options>): Outcome {
  return count(profile, optionsFor(profile.election, options))
}
