import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { emailOf, examplePassword } from '#world/mekarsari/cast.ts'
import { show } from '../../bin/figures.ts'
import { benchArchive } from './archive.ts'
import { crowd } from './crowd.ts'
import { benchComments, benchDecision } from './deciding.ts'
import { benchDownload, fillMoves } from './download.ts'
import { benchEvaluation } from './evaluation.ts'
import { benchLog } from './log.ts'
import { memoryOf } from './memory.ts'
import { benchFirstVisit, benchOperation, benchTaskList } from './pages.ts'
import { benchSearch, fillTexts } from './search.ts'
import { load, type Server, signIn, startServer } from './server.ts'

const [cpu] = cpus()
console.log(
  `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.version}, PostgreSQL 18 on the same cores, fsync on`,
)
const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-bench-'))
const page = '/programmes/stunting/tasks'
let server: Server | undefined
try {
  const first = await startServer(dataDir)
  show({ name: 'first start to first page, example data made', value: first.firstPageMs / 1000, unit: 's' })
  await first.stop()
  server = await startServer(dataDir)
  show({ name: 'second start to first page', value: server.firstPageMs / 1000, unit: 's', goal: 5, better: 'less' })
  await benchFirstVisit(server.origin)

  await load(server.origin, page, { seconds: 2 })
  const stored = await load(server.origin, page)
  show({
    name: 'visitor, list of 25 rows, fresh from the store',
    value: stored.perSecond,
    unit: 'requests/s',
    goal: 3_000,
  })
  show({ name: 'visitor, list of 25 rows, fresh from the store, p99', value: stored.p99, unit: 'ms' })
  const cookie = await signIn(server.origin, emailOf('rina'), examplePassword)
  await load(server.origin, page, { seconds: 2, cookie })
  const member = await load(server.origin, page, { cookie, connections: 16 })
  show({ name: 'signed in, list of 25 rows', value: member.perSecond, unit: 'requests/s', goal: 300 })
  show({ name: 'signed in, list of 25 rows, p99', value: member.p99, unit: 'ms' })
  await benchOperation(server.origin, cookie)
  await benchLog(server.origin, dataDir)
  show({
    name: 'memory of the app after the load',
    value: await memoryOf(server.pid),
    unit: 'MB',
    goal: 300,
    better: 'less',
  })
  await server.stop()

  server = await startServer(dataDir, { MUFAKAT_PAGE_STORE: 'off' })
  await load(server.origin, page, { seconds: 2 })
  const made = await load(server.origin, page, { connections: 16 })
  show({ name: 'visitor, list of 25 rows, store off', value: made.perSecond, unit: 'requests/s', goal: 400 })
  show({ name: 'visitor, list of 25 rows, store off, p99', value: made.p99, unit: 'ms', goal: 150, better: 'less' })
  await benchDecision(server.origin)
  await benchComments(server.origin, server.adminUrl)
  await fillTexts(server.adminUrl)
  await benchSearch(server.origin, await signIn(server.origin, emailOf('rina'), examplePassword))
  await crowd(server.adminUrl, 'ten-thousand', 10_000, 4)
  await benchTaskList(server.origin, 'ten-thousand')
  await fillMoves(server.adminUrl, 'ten-thousand')
  await benchDownload(server.origin, server.pid)
  await benchArchive(server.adminUrl, server.pid)
  const programme = await crowd(server.adminUrl, 'million', 50_000, 20)
  await benchEvaluation(server.adminUrl, dataDir, programme)
} finally {
  // Also when a figure fails, so that nothing stays behind.
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
