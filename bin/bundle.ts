import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** dist/main.js: the server in one file. Packages of the registry stay outside, our own workspaces go in. */
export async function bundle(root: string): Promise<void> {
  const { build } = await import('esbuild')
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  await build({
    absWorkingDir: root,
    entryPoints: ['app/src/main.ts'],
    outfile: 'dist/main.js',
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
  })
}
