import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** True when node_modules is what package-lock.json asks for; remembered, so that asking again costs nothing. */
export function isInstalled(root) {
  if (!existsSync(node24In(root))) return false
  const wanted = lockMark(root)
  if (readOr(markFile(root), '') === wanted) return true
  if (!holdsAll(root)) return false
  remember(root)
  return true
}

/** The Node 24 that npm installs. */
export function node24In(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

export function remember(root) {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  writeFileSync(markFile(root), lockMark(root))
}

/** A checkout on another kind of machine, or with another lock file, installs anew. */
function lockMark(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

function markFile(root) {
  return join(root, 'node_modules/.cache/mufakat-setup')
}

/** After `npm install` by hand: npm's own list of what is in node_modules has every package in its locked version. */
function holdsAll(root) {
  const list = (file) => JSON.parse(readOr(join(root, file), '{}')).packages ?? {}
  const present = list('node_modules/.package-lock.json')
  const locked = Object.entries(list('package-lock.json')).filter(([path]) => path !== '')
  return locked.every(
    ([path, { version, optional }]) => present[path]?.version === version || (optional && !present[path]),
  )
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
