// CommonJS in a folder of its own: a Node too old for the rest still runs this and says so, instead of a syntax error.
const needed = 20
const found = Number(process.versions.node.split('.')[0])

if (found < needed) {
  console.error(
    `Mufakat needs Node ${needed} or newer, and this is ${process.version}: install one from https://nodejs.org.`,
  )
  process.exitCode = 1
} else {
  import('./set-up.mjs').then((it) => it.main(process.argv.slice(2)))
}
