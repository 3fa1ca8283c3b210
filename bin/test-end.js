import { after } from 'node:test'

const grace = 30_000

// A connection or server that a test left open must not hold up the run. (Node's --test-force-exit loses results.)
if (process.env.NODE_TEST_CONTEXT) {
  after(() => {
    const end = () => {
      console.error(`${process.argv[1]} left open: ${[...new Set(process.getActiveResourcesInfo())].join(', ')}`)
      process.exit()
    }
    setTimeout(end, grace).unref()
  })
}
