import { bundle } from './bundle.ts'
import { isFresh, remember, type Target } from './freshness.ts'
import { bundleIslands } from './islands.ts'
import { compileTheme } from './theme.ts'

const server: Target = {
  name: 'server',
  sources: ['app/src', 'app/world', 'packages', 'package.json', 'package-lock.json', 'bin/bundle.ts'],
  skip: /\.test\.tsx?$|\.scss$|\.sql$/,
  outputs: ['dist/main.js'],
}

const theme: Target = {
  name: 'theme',
  sources: ['app/src/ui/theme.scss', 'app/src/ui/theme', 'package-lock.json', 'bin/theme.ts'],
  outputs: ['dist/assets/theme.css'],
}

const islands: Target = {
  name: 'islands',
  sources: ['app/src/modules', 'package-lock.json', 'bin/islands.ts'],
  skip: /^app\/src\/modules\/(?![^/]+\/islands\/)/,
  outputs: [],
}

/** True when dist/ holds the server, the theme and the islands of the sources as they are. */
export function isBuilt(root: string): boolean {
  return isFresh(root, server) && isFresh(root, theme) && isFresh(root, islands)
}

export function isThemeBuilt(root: string): boolean {
  return isFresh(root, theme)
}

/** Makes what browsers and the server need, each only when its sources changed. */
export async function build(root: string): Promise<void> {
  await Promise.all([make(root, server, bundle), buildAssets(root)])
}

export async function buildAssets(root: string): Promise<void> {
  await Promise.all([make(root, theme, compileTheme), make(root, islands, bundleIslands)])
}

async function make(root: string, target: Target, work: (root: string) => Promise<void>): Promise<void> {
  if (isFresh(root, target)) return
  const began = performance.now()
  console.log(`Building the ${target.name} …`)
  // Sources that change while the work goes on leave the mark of what was read, so the next build sees them.
  const mark = remember(root, target)
  await work(root)
  mark()
  console.log(`  ${target.name} built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

if (import.meta.main) {
  await build(process.cwd()).catch((error: Error) => {
    console.error(`The build failed: ${error.message.split('\n')[0]}`)
    process.exitCode = 1
  })
}
