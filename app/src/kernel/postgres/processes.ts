import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'

/** True while the process runs; a zombie that nobody reaps (pid 1 of a container) counts as gone. */
export function isAlive(pid: number): boolean {
  return isListed(pid) && linuxStat(pid)?.state !== 'Z'
}

/** True while the system knows the pid, be it a zombie's. */
export function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A mark that differs between two processes which were given the same pid; empty where the system has none to offer. */
export function startMark(pid: number): string {
  if (process.platform === 'linux') {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${linuxStat(pid)?.started ?? ''}`
  }
  if (process.platform === 'win32') return ''
  return outputOf('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** True when the process is the postmaster (or a backend) of this cluster, not a stranger who got its old pid. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return outputOf('tasklist', ['/FI', `PID eq ${pid}`]).includes('postgres.exe')
  const command = outputOf('ps', ['-o', 'command=', '-p', String(pid)])
  return command.includes('postgres') && command.includes(cluster)
}

/** Waits until the process is gone; false when it still runs after `milliseconds`. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await pause(10)
  }
  return true
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function linuxStat(pid: number): { state: string; started: string } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in parentheses and may itself hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', started: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function outputOf(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
