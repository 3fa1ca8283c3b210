import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whole or not at all, and on disk on return; readable by this account alone. */
export function writeDurably(path: string, bytes: Uint8Array | string): void {
  const temporary = temporaryFor(path, bytes)
  moveDurably(temporary, path)
}

/** The same, unless the file is there already: of several processes one makes it. */
export function createDurably(path: string, bytes: Uint8Array | string): void {
  const temporary = temporaryFor(path, bytes)
  try {
    linkSync(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporary)
  }
  syncFolder(path)
}

/** The file takes the other's name, and its place if there was one. */
export function moveDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(to)
}

export function removeDurably(path: string): void {
  rmSync(path)
  syncFolder(path)
}

function temporaryFor(path: string, bytes: Uint8Array | string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Process numbers come again, and in containers they are all alike.
  const temporary = `${path}.${randomBytes(8).toString('hex')}.new`
  const file = openSync(temporary, 'wx', 0o600)
  try {
    writeSync(file, Buffer.from(bytes))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return temporary
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
