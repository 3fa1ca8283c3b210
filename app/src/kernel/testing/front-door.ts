import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { after } from 'node:test'
import { pino } from 'pino'
import { createApp } from '#app/app.ts'
import { allModules } from '#app/modules.ts'
import { assetRoutes, readAssets } from '#app/start/assets.ts'
import { listen, stopListening } from '#app/start/serve.ts'
import type { Module } from '../module.ts'
import type { TestDatabase } from './database.ts'
import { testDeps } from './site.ts'

/** Breaks as a fault of ours would, with words in it that nobody outside may read. */
const faulty: Module = {
  name: 'faulty',
  routes: ({ app }) => {
    for (const path of ['/faulty', '/api/v1/faulty'])
      app.get(path, () => {
        throw new Error('select password_hash from accounts at 10.0.0.7')
      })
  },
}

/**
 * The whole application on a port of its own, as it stands behind a proxy that speaks https: real sockets, real assets.
 * `logged`: the lines of its log.
 */
export async function frontDoor(db: TestDatabase, now: Date) {
  const logged: string[] = []
  const log = pino({ level: 'info', base: undefined }, { write: (line: string) => void logged.push(line) })
  const plain = testDeps(db, () => now, true)
  const config = { ...plain.config, BASE_URL: 'https://mufakat.example', PORT: 0, HOST: '127.0.0.1' }
  const assets = readAssets()
  const deps = { ...plain, config, log, assets: assets.urls }
  const { app } = createApp(deps, [...allModules({ demoSignIns: [] }), faulty])
  assetRoutes(app, assets)
  const server = await listen(app, deps)
  after(() => stopListening(server))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
  return {
    deps,
    logged,
    ask,
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: config.BASE_URL, ...headers },
      }),
    /** Bytes as they are, and all that comes back until the server hangs up. */
    async raw(text: string): Promise<string> {
      const socket = connect(port, '127.0.0.1')
      let said = ''
      socket.on('data', (data) => (said += data))
      socket.on('error', () => {})
      await once(socket, 'connect')
      socket.write(text)
      await once(socket, 'close')
      return said
    },
  }
}
