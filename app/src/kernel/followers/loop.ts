import type { Logger } from 'pino'

/** How a turn ended: more work waits · nothing left · somebody else holds the lock, look again soon. */
export type Turn = 'more' | 'rest' | 'busy'

export type Loop = {
  /** Take a turn now (or, during one, another right after it). */
  wake(): void
  /** Resolves when a turn that began after this call has ended; rejects with the turn's error. */
  turned(): Promise<void>
  /** Resolves when the turn under way has ended; no other begins. */
  stop(): Promise<void>
}

export type LoopOptions = {
  name: string
  turn: () => Promise<Turn>
  /** Milliseconds until the next turn if nobody wakes the loop. */
  restMs: () => number
  log: Logger
}

const busyMs = 50
const firstBackoffMs = 100
const lastBackoffMs = 10_000

/** Repeats a turn until it is stopped; a turn that fails is logged and tried again after a growing pause. */
export function startLoop({ name, turn, restMs, log }: LoopOptions): Loop {
  let stopped = false
  let woken = false
  let endRest = () => {}
  let failures = 0
  let waiting: { resolve: () => void; reject: (error: unknown) => void }[] = []

  async function cycle() {
    while (!stopped) {
      woken = false
      const pause = await takeTurn()
      if (!stopped && !woken && pause > 0) await rest(pause)
    }
  }

  async function takeTurn(): Promise<number> {
    const asked = waiting
    waiting = []
    try {
      const result = await turn()
      failures = 0
      for (const one of asked) one.resolve()
      return result === 'more' ? 0 : result === 'busy' ? busyMs : restMs()
    } catch (error) {
      failures += 1
      log.error({ err: error, loop: name, failures }, 'turn failed')
      for (const one of asked) one.reject(error)
      return Math.min(lastBackoffMs, firstBackoffMs * 2 ** (failures - 1))
    }
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function wake() {
    woken = true
    endRest()
  }

  const running = cycle()
  return {
    wake,
    turned() {
      if (stopped) return Promise.reject(new Error(`${name} has stopped`))
      const turned = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
      wake()
      return turned
    },
    async stop() {
      stopped = true
      wake()
      await running
      for (const one of waiting) one.reject(new Error(`${name} has stopped`))
    },
  }
}
