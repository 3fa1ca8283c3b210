// A process that signs the log once and dies by SIGKILL at the step that it is told: `DATABASE FOLDER STEP`.
import { pino } from 'pino'
import { connect } from '#kernel/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { HeadFile } from '../signing/head-file.ts'
import { startSigner } from '../signing/signer.ts'
import { SqlStorage } from '../store/storage.ts'

const [url, folder, last] = process.argv.slice(2) as [string, string, string]
let step = 0

/** Before and after each write there is a step. */
function dieAround(prototype: object, name: string) {
  const methods = prototype as Record<string, (...args: unknown[]) => unknown>
  const write = methods[name]!
  methods[name] = function (...args) {
    pass()
    const result = write.apply(this, args)
    if (!(result instanceof Promise)) {
      pass()
      return result
    }
    return result.then((value: unknown) => {
      pass()
      return value
    })
  }
}

function pass() {
  step += 1
  if (step === Number(last)) process.kill(process.pid, 'SIGKILL')
}

for (const name of ['write', 'replaceState', 'publish']) dieAround(SqlStorage.prototype, name)
dieAround(HeadFile.prototype, 'write')

const jobs = connect(url)
const signer = startSigner({
  jobs,
  folder,
  clock: () => new Date(),
  log: pino({ level: 'silent' }),
  metrics: createMetrics(),
})
await signer.idle()
await signer.stop()
await jobs.close()
