import { readFileSync, statSync } from 'node:fs'
import { InputError, type Pool, parseFeatures, parsePeople } from '../src/index.ts'

const mostBytes = 64 * 1024 * 1024

/** Reads both files; what is wrong with them is an InputError. */
export function readPool(featuresFile: string, peopleFile: string): Pool {
  const quotas = parseFeatures(textOf(featuresFile), featuresFile)
  return parsePeople(textOf(peopleFile), peopleFile, quotas)
}

function textOf(file: string): string {
  try {
    const { size } = statSync(file)
    if (size > mostBytes) throw new InputError(file, undefined, 'the file is larger than 64 MiB')
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(file, undefined, `cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
