import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { node24In, remember } from './installed.mjs'

const gigabyte = 1e9
const neededSpace = 1.5 * gigabyte

export async function install(root) {
  checkRights(root)
  checkSpace(root)
  const done = tellTime('Installing packages from the npm registry')
  const { code, output } = await npmInstall(root)
  if (code !== 0) throw new Error(reasonIn(output))
  if (!existsSync(node24In(root))) {
    throw new Error(
      'npm ran no install scripts, so Node 24 is missing: allow them (npm config set ignore-scripts false).',
    )
  }
  remember(root)
  done()
}

function checkRights(root) {
  for (const folder of [root, join(root, 'node_modules')].filter(existsSync)) {
    try {
      accessSync(folder, constants.W_OK)
    } catch (error) {
      throw new Error(`no right to write in ${folder} (${error.code}).`)
    }
  }
}

function checkSpace(root) {
  const { bavail, bsize } = statfsSync(root)
  const free = bavail * bsize
  if (free >= neededSpace) return
  const inGigabytes = (bytes) => (bytes / gigabyte).toFixed(1)
  throw new Error(`${inGigabytes(neededSpace)} GB of free disk are needed, ${root} has ${inGigabytes(free)} GB.`)
}

function npmInstall(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const options = {
    cwd: root,
    env: npmEnvironment(root),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  }
  return new Promise((resolve) => {
    let output = ''
    const npm = spawn('npm', args, options)
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => npm.kill(signal))
    npm.on('error', (error) => resolve({ code: 1, output: `npm could not be run: ${error.message}` }))
    npm.on('close', (code, signal) => resolve({ code, output: signal ? `stopped by ${signal}` : output }))
  })
}

/** Without our own Node on the PATH, which npm is about to replace, and never as "production", which drops the tools. */
function npmEnvironment(root) {
  const { NODE_ENV: _, ...env } = process.env
  const ours = (folder) => folder.startsWith(join(root, 'node_modules'))
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (env[name] ?? '').split(delimiter).filter((folder) => !ours(folder))
  return { ...env, [name]: folders.join(delimiter) }
}

/** Says on a line what goes on, and every five seconds how long it has been. */
function tellTime(what) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  console.log(`${what} …`)
  const timer = setInterval(() => console.log(`  … ${seconds()} s`), 5000).unref()
  return () => {
    clearInterval(timer)
    console.log(`  done in ${seconds()} s`)
  }
}

function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  if (/ENOSPC/.test(output)) return 'the disk is full.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'the npm registry cannot be reached; check the network or the proxy settings of npm.'
  }
  const telling = lines.filter((line) => line !== '' && !/^(code|errno|syscall|path|A complete log)/.test(line))
  return `npm ci: ${telling.find((line) => !line.startsWith('npm warn')) ?? 'no message'}`
}
