import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a process of the launcher's tests says on a line. */
export interface Saying {
  adminUrl?: string
  pid?: number
  port?: number
  adopted?: boolean
  refused?: string
  committed?: number
}

/** A Mufakat in a process of its own, which can be killed without warning. */
export interface Launched {
  pid: number
  /** Its next line; undefined when it has ended. */
  next(): Promise<Saying | undefined>
  /** SIGKILL; gives what it had still said. */
  kill(): Promise<Saying[]>
}

export function launchMufakat(dataDir: string, outsideDir: string, firstRow?: number): Launched {
  const fixture = join(import.meta.dirname, 'launcher.fixture.ts')
  const args = [fixture, dataDir, outsideDir, ...(firstRow === undefined ? [] : [String(firstRow)])]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const next = async () => {
    const line = await lines.next()
    return line.done ? undefined : (JSON.parse(line.value) as Saying)
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
    const rest: Saying[] = []
    for (let said = await next(); said; said = await next()) rest.push(said)
    return rest
  }
  return { pid: child.pid!, next, kill }
}
