import { globSync } from 'node:fs'
import { join } from 'node:path'

/** dist/assets/islands/NAME.js: the few scripts of pages, each by itself; everything else has none. */
export async function bundleIslands(root: string): Promise<void> {
  const entryPoints = globSync('app/src/modules/*/islands/*.ts', { cwd: root })
  if (entryPoints.length === 0) return
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints,
    entryNames: '[name]',
    outdir: join('dist', 'assets', 'islands'),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  })
}
