import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PostgresFailure } from './failure.ts'

/** The wanted port, or the one of the last start, or any free one of 127.0.0.1. */
export async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return (await bind(rememberedPort(dataDir))) ?? (await bind(0)) ?? 0
  return (await bind(wanted)) ?? portTaken(wanted)
}

export function portTaken(port: number): never {
  throw new PostgresFailure(`Port ${port} of 127.0.0.1, wanted for PostgreSQL, is taken by another program.`)
}

export function rememberPort(dataDir: string, port: number): void {
  writeFileSync(portFile(dataDir), `${port}\n`)
}

function rememberedPort(dataDir: string): number {
  try {
    return Number(readFileSync(portFile(dataDir), 'utf8')) || 0
  } catch {
    return 0
  }
}

/** The port that could be bound (0 asks for any), or undefined. */
function bind(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

function portFile(dataDir: string): string {
  return join(dataDir, 'postgres.port')
}
