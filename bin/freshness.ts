import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something in dist/ that is made from files and folders of the repository. */
export interface Target {
  name: string
  sources: string[]
  /** Files that do not matter to it. */
  skip?: RegExp
  outputs: string[]
}

export function isFresh(root: string, target: Target): boolean {
  if (!target.outputs.every((output) => existsSync(join(root, output)))) return false
  const file = markFile(root, target)
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint(root, target)
}

/** Takes the sources' fingerprint now; call the result when the target has been made from them. */
export function remember(root: string, target: Target): () => void {
  const mark = fingerprint(root, target)
  return () => {
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(markFile(root, target), mark)
  }
}

function markFile(root: string, target: Target): string {
  return join(root, 'dist', `.${target.name}`)
}

/** Names, sizes and times tell a change; contents need not be read. */
function fingerprint(root: string, target: Target): string {
  const hash = createHash('sha256')
  for (const path of target.sources.flatMap((source) => filesOf(root, source))) {
    if (target.skip?.test(path)) continue
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesOf(root: string, source: string): string[] {
  const stats = statSync(join(root, source), { throwIfNoEntry: false })
  if (!stats) return []
  if (stats.isFile()) return [source]
  const found = globSync(`${source}/**/*.*`, { cwd: root, exclude: (path) => String(path).includes('node_modules') })
  return found.filter((path) => statSync(join(root, path)).isFile()).sort()
}
