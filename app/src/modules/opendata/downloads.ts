/** Sends one piece and waits until the reader has room for the next. */
type Send = (text: string) => Promise<void>

/**
 * Long answers, of which each holds a connection to the database while it is read. There are few at once, fewer for one
 * client, and a reader who takes nothing for half a minute is let go, so that slow readers cannot stop everyone else.
 */
export class Downloads {
  readonly #most: number
  readonly #mostOfOne: number
  readonly #patience: number
  readonly #running = new Map<string, number>()

  constructor({ most = 4, mostOfOne = 2, patience = 30_000 } = {}) {
    this.#most = most
    this.#mostOfOne = mostOfOne
    this.#patience = patience
  }

  /** Undefined when there are too many now. `write` fails when the reader is gone; whoever reads then sees a broken answer. */
  start(client: string, write: (send: Send) => Promise<void>): ReadableStream<Uint8Array> | undefined {
    const own = this.#running.get(client) ?? 0
    const all = [...this.#running.values()].reduce((sum, count) => sum + count, 0)
    if (all >= this.#most || own >= this.#mostOfOne) return undefined
    this.#running.set(client, own + 1)
    const { body, send, end } = paced(this.#patience)
    write(send)
      .then(() => end())
      .catch(end)
      .finally(() => this.#end(client))
    return body
  }

  #end(client: string): void {
    const left = this.#running.get(client)! - 1
    if (left > 0) this.#running.set(client, left)
    else this.#running.delete(client)
  }
}

/** A stream whose writer goes on only when the reader has taken what was sent. */
function paced(patience: number) {
  let taken = Promise.withResolvers<void>()
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (own) => {
      controller = own
    },
    pull: () => taken.resolve(),
    cancel: () => taken.reject(new Error('The reader is gone')),
  })
  return {
    body,
    async send(text: string): Promise<void> {
      taken = Promise.withResolvers()
      // A reader who leaves between two pieces is told by the next one.
      taken.promise.catch(() => {})
      controller.enqueue(encoder.encode(text))
      await within(patience, taken.promise)
    },
    /** With an error the answer breaks off, so that nobody takes a part for the whole. */
    end(error?: unknown): void {
      if (error === undefined) controller.close()
      else controller.error(error)
    },
  }
}

async function within(patience: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('The reader takes nothing')), patience)
  })
  await Promise.race([promise, tooLong]).finally(() => clearTimeout(timer))
}
