import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { show } from '../../../bin/figures.ts'
import { DirectoryStorage } from '../node/directory-storage.ts'
import { sourceAt } from '../node/log-source.ts'
import {
  createLog,
  formatAddCheckpoint,
  type LogStorage,
  leafHash,
  MemoryStorage,
  nothingChecked,
  openCheckpoint,
  openNote,
  sealRecord,
  signingKey,
  signNote,
  verifyConsistency,
  verifyInclusion,
  verifyLog,
  Witness,
} from '../src/index.ts'

const NOW = 1_767_225_600
const ORIGIN = 'log.example.id/bench'
const key = signingKey(ORIGIN, 'ed25519', Buffer.alloc(32, 1))
const cosigner = signingKey('w.example', 'cosignature', Buffer.alloc(32, 2))
const postQuantum = signingKey('w.example', 'ml-dsa-44', Buffer.alloc(32, 3))
const LEAVES = 200_000

await benchMemory()
await benchFolder()
await benchSignatures()
await benchWitness()
await benchRecords()

/** Seconds of processor time, all threads: a busy machine does not change it much. */
async function cpuSeconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function perCall(count: number, work: (n: number) => unknown): Promise<number> {
  const seconds = await cpuSeconds(async () => {
    for (let n = 0; n < count; n++) await work(n)
  })
  return (seconds / count) * 1000
}

function entriesOf(count: number, from: number): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(JSON.stringify({ n: from + at, text: 'x'.repeat(280) })))
}

function startedOn(storage: LogStorage) {
  return createLog({ storage, origin: ORIGIN, signers: [key] }, NOW)
}

async function benchMemory(): Promise<void> {
  for (const batch of [1, 256, 4096]) {
    const storage = new MemoryStorage()
    const log = await startedOn(storage)
    // One entry a batch writes a partial bundle each time: fewer of them show the same.
    const leaves = batch === 1 ? 3000 : LEAVES
    const batches = Array.from({ length: Math.ceil(leaves / batch) }, (_, at) => entriesOf(batch, at * batch))
    const seconds = await cpuSeconds(async () => {
      for (const entries of batches) await log.append(entries, NOW)
    })
    const name = `appended in memory, ${batch} a batch (tiles, bundles, root, signed checkpoint)`
    show({
      name,
      value: (batches.length * batch) / seconds,
      unit: 'leaves/s',
      ...(batch === 1 ? {} : { goal: 10_000 }),
    })
    if (batch === 4096) await benchProofs(storage, log)
  }
}

async function benchProofs(storage: MemoryStorage, log: Awaited<ReturnType<typeof startedOn>>): Promise<void> {
  const { size, root, checkpoint } = await log.head(NOW)
  const indices = Array.from({ length: 1000 }, (_, at) => Math.floor((at * size) / 1000))
  const inclusions = await Promise.all(indices.map((index) => log.proveInclusion(size, index)))
  show({
    name: 'inclusion proof made',
    value: await perCall(1000, (n) => log.proveInclusion(size, indices[n]!)),
    unit: 'ms',
  })
  const leaves = indices.map((index) => leafHash(entriesOf(1, index)[0]!))
  const inclusion = await perCall(1000, (n) => {
    const claim = { index: indices[n]!, size, root, leaf: leaves[n]!, proof: inclusions[n]! }
    if (!verifyInclusion(claim)) throw new Error('an inclusion proof does not verify')
  })
  show({ name: 'inclusion proof verified', value: inclusion, unit: 'ms', goal: 1, better: 'less' })
  const receipt = await perCall(300, () => openCheckpoint(checkpoint, [key.verifier]))
  show({
    name: 'receipt verified, signature included',
    value: inclusion + receipt,
    unit: 'ms',
    goal: 1,
    better: 'less',
  })
  const [size1, root1] = [100_000, await rootOfFirst(100_000)]
  show({
    name: 'consistency proof made',
    value: await perCall(500, () => log.proveConsistency(size1, size)),
    unit: 'ms',
  })
  const proof = await log.proveConsistency(size1, size)
  const consistency = await perCall(1000, () => {
    if (!verifyConsistency({ size1, size2: size, root1, root2: root, proof })) throw new Error('no consistency')
  })
  show({ name: 'consistency proof verified', value: consistency, unit: 'ms', goal: 1, better: 'less' })
  const source = {
    read: (path: string) => storage.read(path),
  }
  const seconds = await cpuSeconds(() => verifyLog(source, open, nothingChecked()))
  show({ name: 'whole log recomputed in memory', value: size / seconds, unit: 'entries/s' })
}

async function rootOfFirst(count: number): Promise<Uint8Array> {
  const log = await startedOn(new MemoryStorage())
  return (await log.append(entriesOf(count, 0), NOW)).root
}

function open(bytes: Uint8Array) {
  return openCheckpoint(bytes, [key.verifier])
}

async function benchFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tlog-bench-'))
  try {
    const log = await startedOn(new DirectoryStorage(folder))
    const start = performance.now()
    let size = 0
    let batches = 0
    while (performance.now() - start < 10_000 && size < 50_000) {
      size = (await log.append(entriesOf(1000, size), NOW)).size
      batches++
    }
    const seconds = (performance.now() - start) / 1000
    show({
      name: 'appended to a folder, 1,000 a batch, each durable (wall time)',
      value: size / seconds,
      unit: 'leaves/s',
    })
    show({ name: 'one durable batch of 1,000 (wall time)', value: (seconds / batches) * 1000, unit: 'ms' })
    const verified = performance.now()
    await verifyLog(sourceAt(folder), open, nothingChecked())
    show({
      name: 'folder recomputed (wall time)',
      value: (size / (performance.now() - verified)) * 1000,
      unit: 'entries/s',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function textOf(size: number): string {
  return `${ORIGIN}\n${size}\n${Buffer.alloc(32, 7).toString('base64')}\n`
}

async function benchSignatures(): Promise<void> {
  for (const [name, signer] of [
    ['note (Ed25519)', key],
    ['cosignature (Ed25519)', cosigner],
    ['cosignature (ML-DSA-44)', postQuantum],
  ] as const) {
    show({ name: `${name} signed`, value: await perCall(300, (n) => signNote(textOf(n), [signer], NOW)), unit: 'ms' })
    const note = signNote(textOf(1), [signer], NOW)
    show({ name: `${name} verified`, value: await perCall(300, () => openNote(note, [signer.verifier])), unit: 'ms' })
  }
}

async function benchWitness(): Promise<void> {
  const log = await startedOn(new MemoryStorage())
  const witness = new Witness({ keys: [cosigner], logs: [key.verifier], storage: new MemoryStorage() })
  const requests: Uint8Array[] = []
  for (let old = 0; requests.length < 300; ) {
    const { size, checkpoint } = await log.append(entriesOf(7, old), NOW)
    requests.push(formatAddCheckpoint({ old, proof: await log.proveConsistency(old, size), checkpoint }))
    old = size
  }
  const value = await perCall(300, async (n) => {
    if ((await witness.addCheckpoint(requests[n]!, NOW)).status !== 200) throw new Error('the witness refused')
  })
  show({ name: 'checkpoint judged and cosigned by a witness (Ed25519)', value, unit: 'ms' })
}

async function benchRecords(): Promise<void> {
  const hidden = ['nik', 'name', 'address'].map((name) => ({ name, value: '3171234101900001' }))
  const draft = {
    recordId: 'r-1',
    classification: 'terbatas',
    basis: 'UU14/2008:17.h',
    fields: { kind: 'decision' },
    hidden,
  }
  const value = await perCall(2000, () => sealRecord(draft, randomBytes))
  show({ name: 'record sealed (3 hidden fields, 1 decoy)', value, unit: 'ms' })
}
