import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { App } from '#kernel/web/request.ts'
import type { View } from '#ui/view.ts'

type Asset = { type: string; body: Buffer; gzip?: Buffer; brotli?: Buffer }
export type Assets = { urls: View['assets']; byPath: Map<string, Asset> }

const root = join(import.meta.dirname, import.meta.dirname.endsWith('dist') ? '..' : '../../..')
const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
} as const

/** The built files under names that change with their content, so that a browser may keep them for ever. */
export function readAssets(): Assets {
  const byPath = new Map<string, Asset>()
  const uiFiles = join(root, 'app/src/ui/assets')
  const version = createHash('sha256')
  const add = (name: string, file: string) => {
    if (!existsSync(file)) return
    const body = readFileSync(file)
    version.update(body)
    const type = types[name.split('.').at(-1) as keyof typeof types]
    const squeezed = name.endsWith('.woff2')
      ? {}
      : { gzip: gzipSync(body, { level: 9 }), brotli: brotliCompressSync(body) }
    byPath.set(name, { type, body, ...squeezed })
  }
  add('theme.css', join(root, 'dist/assets/theme.css'))
  add('fonts/plus-jakarta-sans.woff2', join(uiFiles, 'fonts/plus-jakarta-sans.woff2'))
  add('kawung.svg', join(uiFiles, 'kawung.svg'))
  add('mark.svg', join(uiFiles, 'mark.svg'))
  const islands = globSync('*.js', { cwd: join(root, 'dist/assets/islands') }).sort()
  for (const file of islands) add(`islands/${file}`, join(root, 'dist/assets/islands', file))
  const folder = `/assets/${version.digest('hex').slice(0, 10)}`
  const renamed = new Map([...byPath].map(([name, asset]) => [`${folder}/${name}`, asset]))
  const urls = {
    css: `${folder}/theme.css`,
    font: `${folder}/fonts/plus-jakarta-sans.woff2`,
    icon: `${folder}/mark.svg`,
    islands: Object.fromEntries(islands.map((file) => [file.replace(/\.js$/, ''), `${folder}/islands/${file}`])),
  }
  return { urls, byPath: renamed }
}

export function assetRoutes(app: App, assets: Assets): void {
  app.get('/assets/*', (c) => {
    const asset = assets.byPath.get(c.req.path)
    if (!asset) return c.notFound()
    const headers = {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    }
    const accepted = c.req.header('accept-encoding') ?? ''
    const send = (body: Buffer, encoding?: string) =>
      c.body(body as unknown as ArrayBuffer, 200, encoding ? { ...headers, 'content-encoding': encoding } : headers)
    if (asset.brotli && accepted.includes('br')) return send(asset.brotli, 'br')
    if (asset.gzip && accepted.includes('gzip')) return send(asset.gzip, 'gzip')
    return send(asset.body)
  })
}
