import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB (Linux). */
export async function memoryOf(pid: number): Promise<number> {
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)
  return Number(found?.[1] ?? Number.NaN) / 1024
}
