import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InputError, type InputFile, type PolisFiles } from '../src/index.ts'

/** No export of 100,000 people comes near this; more would not fit in memory. */
const LARGEST_FILE = 2 ** 31 - 1

/** The files of an export folder under the names that Polis has given them. */
export function filesOfFolder(folder: string): PolisFiles {
  const find = (...names: string[]) => names.map((name) => join(folder, name)).find((path) => existsSync(path))
  const read = (path?: string) => (path === undefined ? undefined : readInput(path))
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError(folder, 1, 'there is no such folder, expected a Polis export')
  const comments = find('comments.csv')
  if (comments === undefined) throw new InputError(join(folder, 'comments.csv'), 1, 'the file is not there')
  return {
    comments: readInput(comments),
    votes: read(find('votes.csv')),
    participants: read(find('participants-votes.csv', 'participant-votes.csv')),
    summary: read(find('summary.csv')),
    format: read(find('format.json')),
  }
}

export function readInput(path: string): InputFile {
  if (!existsSync(path) || !statSync(path).isFile()) throw new InputError(path, 1, 'there is no such file')
  if (statSync(path).size > LARGEST_FILE) throw new InputError(path, 1, 'the file is larger than 2 GiB')
  return { name: path, bytes: readFileSync(path) }
}
