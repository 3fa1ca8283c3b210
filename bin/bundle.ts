import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

/** dist/main.js: the server in one file. */
export async function bundle(root: string): Promise<void> {
  const { build } = await import('esbuild')
  await build({ ...bundleOptions(root), entryPoints: ['app/src/main.ts'], outfile: 'dist/main.js' })
}

/** Packages of the registry stay outside, our own workspaces go in. */
export function bundleOptions(root: string): BuildOptions {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxDev: false,
    jsxImportSource: '#jsx',
    external: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@mufakat/')),
    sourcemap: 'linked',
    keepNames: true,
    logLevel: 'warning',
  }
}
