import { readConfig } from '#kernel/config.ts'
import { createApp } from './app.ts'
import { allModules } from './modules.ts'
import { assetRoutes, readAssets } from './start/assets.ts'
import { startBackground } from './start/background.ts'
import { findDatabase } from './start/databases.ts'
import { closeDeps, createDeps } from './start/deps.ts'
import { prepareDatabase } from './start/prepare.ts'
import { seedFirstStart } from './start/seed.ts'
import { listen, stopListening } from './start/serve.ts'

const say = (message: string) => console.log(`mufakat: ${message}`)

/** env → database → deps → seed → listen; and the way back in reverse order on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const place = await findDatabase(config, say)
  await prepareDatabase(place, say)
  const deps = createDeps(config, place)
  const background = await startBackground(deps, place)
  const demo = await seedFirstStart(deps, say)
  const modules = allModules({ demoSignIns: demo })
  const { app } = createApp(deps, modules)
  assetRoutes(app, readAssets())
  const server = await listen(app, deps)
  say(`ready at ${config.BASE_URL}`)
  for (const { email, password, role } of demo) say(`sign in as ${role(config.MUFAKAT_LANG)}: ${email} / ${password}`)
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    say(`${signal}: finishing requests in flight`)
    await stopListening(server)
    await background.stop()
    await closeDeps(deps)
    await place.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

main().catch((error: Error) => {
  console.error(`mufakat: ${error.message}`)
  process.exit(1)
})
