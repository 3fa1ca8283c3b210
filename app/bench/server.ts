import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** As bin/start gives them. */
const heap = ['--max-semi-space-size=16', '--max-old-space-size=320']

export type Server = { origin: string; pid: number; adminUrl: string; firstPageMs: number; stop(): Promise<void> }

/** The built server as people start it, on a data folder of its own; resolves when the first page was answered. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...heap, 'dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      MUFAKAT_DATA_DIR: dataDir,
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await ready(child)
  await (await fetch(`${origin}/`)).text()
  const firstPageMs = performance.now() - began
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const databasePort = readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim()
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${databasePort}/mufakat`
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { origin, pid: child.pid!, adminUrl, firstPageMs, stop }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout!.on('data', (chunk) => {
      if (String(chunk).includes('ready at')) resolve()
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export type Load = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
  failures: { status: number; connection: number }
}

/** Asks one address from a second process for some seconds. */
export function load(
  origin: string,
  path: string,
  options: { seconds?: number; connections?: number; cookie?: string } = {},
): Promise<Load> {
  const { seconds = 6, connections = 32, cookie = '' } = options
  const args = ['--import', 'tsx', join(root, 'app/bench/load.ts'), '--url', origin + path]
  args.push('--seconds', String(seconds), '--connections', String(connections), '--cookie', cookie)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`the load ended with ${code}`))
      const result = JSON.parse(out) as Load
      if (result.failures.status + result.failures.connection > 0) return reject(new Error(`${path}: ${out}`))
      resolve(result)
    })
  })
}

/** Signs in through the form; the cookie as a header's value. */
export async function signIn(origin: string, email: string, password: string): Promise<string> {
  const body = new URLSearchParams({ email, password })
  const response = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin } })
  const cookie = response.headers.getSetCookie().find((one) => one.includes('mufakat='))
  if (response.status !== 303 || !cookie) throw new Error(`sign-in answered ${response.status}`)
  return cookie.split(';')[0]!
}
