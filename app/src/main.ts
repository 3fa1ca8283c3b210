import { type Config, readConfig, refuseOpenExample } from '#kernel/config.ts'
import { fixIdentity, readWitnesses } from '#modules/transparency/public.ts'
import { createApp } from './app.ts'
import { allModules } from './modules.ts'
import { keepAddress } from './start/address.ts'
import { assetRoutes, readAssets } from './start/assets.ts'
import { startBackground } from './start/background.ts'
import { findDatabase } from './start/databases.ts'
import { closeDeps, createDeps } from './start/deps.ts'
import { settlePersonalData } from './start/personal-data.ts'
import { prepareDatabase, prepareKeysDatabase } from './start/prepare.ts'
import { seedFirstStart } from './start/seed.ts'
import { expectFreePort, listen, stopListening } from './start/serve.ts'

const say = (message: string) => console.log(`mufakat: ${message}`)

/** env → database → deps → seed → listen; undone in reverse order on SIGTERM, SIGINT or a failed start. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const undo: (() => Promise<void>)[] = []
  stopOnSignals(undo)
  try {
    await start(config, undo)
  } catch (error) {
    // Work that a signal cut short fails as it should; the signal's own way out goes on.
    if (stopping) return
    await unwind(undo)
    throw error
  }
}

async function start(config: Config, undo: (() => Promise<void>)[]): Promise<void> {
  refuseOpenExample(config)
  readWitnesses(config)
  await expectFreePort(config)
  let place = await findDatabase(config, say, false)
  undo.push(() => place.stop())
  await prepareDatabase(place, say)
  await prepareKeysDatabase(place, config, say)
  let deps = createDeps(config, place)
  undo.push(() => closeDeps(deps))
  const demo = await seedFirstStart(deps, say)
  if (place.settle) {
    await closeDeps(deps)
    place = await place.settle()
    deps = createDeps(config, place)
  }
  await settlePersonalData(deps, say)
  await fixIdentity({ jobs: deps.jobs, config, now: deps.clock() })
  const background = await startBackground(deps, place)
  undo.push(() => background.stop())
  const { app } = createApp(deps, allModules({ demoSignIns: demo }))
  assetRoutes(app, readAssets())
  const server = await listen(app, deps)
  undo.push(() => stopListening(server))
  keepAddress(config)
  say(`ready at ${config.BASE_URL}`)
  for (const { email, password, role } of demo) say(`sign in as ${role(config.MUFAKAT_LANG)}: ${email} / ${password}`)
}

let stopping = false

/** A group's signal may arrive twice; the second one changes nothing. */
function stopOnSignals(undo: (() => Promise<void>)[]): void {
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    say(`${signal}: finishing requests in flight`)
    await unwind(undo)
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

async function unwind(undo: (() => Promise<void>)[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) {
    await step().catch((error: Error) => console.error(`mufakat: while stopping: ${error.message}`))
  }
}

main().catch((error: Error) => {
  console.error(`mufakat: ${error.message}`)
  process.exit(1)
})
