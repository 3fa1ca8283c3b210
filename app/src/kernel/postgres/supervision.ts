import type { Postmaster } from './postmaster.ts'
import { isAlive } from './processes.ts'

export interface RunningPostgres {
  /** Superuser's URL of the database `postgres`. */
  adminUrl: string
  port: number
  /** Of the postmaster; changes when it had to be started again. */
  readonly pid: number
  /** True when it was left running by a Mufakat that was killed. */
  adopted: boolean
  stop(): Promise<void>
}

const lookEvery = 500

/** Looks after a running postmaster: when it dies (killed, out of memory) it is started again on the same port. */
export function supervise(options: {
  postmaster: Postmaster
  adopted: boolean
  adminUrl: string
  restart: () => Promise<Postmaster>
  end: (pid: number) => Promise<void>
  log: (message: string) => void
}): RunningPostgres {
  const { postmaster, adopted, adminUrl, restart, end, log } = options
  let pid = postmaster.pid
  let restarting: Promise<void> | undefined
  let stopped: Promise<void> | undefined

  const look = () => {
    if (restarting || isAlive(pid)) return
    log(`PostgreSQL (process ${pid}) is gone; it is started again.`)
    restarting = restart()
      .then((again) => {
        pid = again.pid
      })
      .catch((error: Error) => log(error.message))
      .finally(() => {
        restarting = undefined
      })
  }
  const timer = setInterval(look, lookEvery).unref()

  const stop = async () => {
    clearInterval(timer)
    await restarting
    await end(pid)
  }
  return {
    adminUrl,
    port: postmaster.port,
    adopted,
    get pid() {
      return pid
    },
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
