import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { InfeasibleQuotas, type Pool, type Progress, type Rule, type Selection, select } from '../src/index.ts'

export type WorkerOptions = {
  seats: number
  rule?: Rule
  sameAddress?: string[]
  /** Seconds after which the best draw so far is returned. */
  timeLimit?: number
  progress?: (progress: Progress & { seconds: number }) => void
  /** Gives up at once and without a result. */
  signal?: AbortSignal
}

type Task = { sortition: true; pool: Pool; seats: number; rule: Rule; sameAddress: string[]; timeLimit: number }
type Message =
  | { kind: 'progress'; progress: Progress & { seconds: number } }
  | { kind: 'selection'; selection: Selection }
  | { kind: 'infeasible'; relaxation: InfeasibleQuotas['relaxation'] }

/** `select` in a thread of its own: the caller goes on, hears of progress, and may set a time limit or abort. */
export async function selectInWorker(pool: Pool, options: WorkerOptions): Promise<Selection> {
  const { seats, rule = 'leximin', sameAddress = [], timeLimit = Number.POSITIVE_INFINITY, progress, signal } = options
  signal?.throwIfAborted()
  const task: Task = { sortition: true, pool, seats, rule, sameAddress, timeLimit }
  const worker = new Worker(new URL(import.meta.url), { workerData: task })
  const abort = () => void worker.terminate()
  signal?.addEventListener('abort', abort)
  return new Promise<Selection>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') progress?.(message.progress)
      else if (message.kind === 'selection') resolve(message.selection)
      else reject(new InfeasibleQuotas(message.relaxation))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(signal?.reason ?? new Error('The worker ended without a selection')))
  }).finally(() => signal?.removeEventListener('abort', abort))
}

const isTask = (data: unknown): data is Task => typeof data === 'object' && data !== null && 'sortition' in data

async function work({ pool, seats, rule, sameAddress, timeLimit }: Task): Promise<void> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const tell = (message: Message) => parentPort!.postMessage(message)
  try {
    const selection = await select(pool, {
      seats,
      rule,
      sameAddress,
      stop: () => seconds() > timeLimit,
      progress: (progress) => tell({ kind: 'progress', progress: { ...progress, seconds: seconds() } }),
    })
    tell({ kind: 'selection', selection })
  } catch (error) {
    if (!(error instanceof InfeasibleQuotas)) throw error
    tell({ kind: 'infeasible', relaxation: error.relaxation })
  }
}

if (!isMainThread && isTask(workerData)) await work(workerData)
