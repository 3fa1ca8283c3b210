import { visitor } from '#kernel/access.ts'
import { type ReadTx, readAs } from '#kernel/database.ts'
import { both, type Text } from '#kernel/reason.ts'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { formatReceipt, makeReceipt, parseTilePath, tileWidth } from '#packages/transparency-log'
import { logPaths } from './paths.ts'
import { readIdentity } from './signing/identity.ts'
import { publishedCheckpoint, publishedSize, witnessedCheckpoint } from './store/days.ts'
import { readEntryBytes, readObject } from './store/objects.ts'

type File = { bytes: Uint8Array | string; name?: string }
type FileOptions = {
  name: string
  /** As it is routed, and as others read it. */
  path: string
  shown: string
  summary: Text
  type: string
  /** Seconds that anybody may keep it; what can never change is kept for ever. */
  keep: number | 'for ever'
  read(tx: ReadTx, c: Ctx): Promise<File | undefined>
}

const plain = 'text/plain; charset=utf-8'
const binary = 'application/octet-stream'

/** The log as files, byte for byte as C2SP tlog-tiles has them; read as a visitor, whoever asks. */
export function logFiles(site: Site): void {
  for (const options of [...checkpoints, tile, ...receipts]) serveFile(site, options)
}

const checkpoints: FileOptions[] = [
  {
    name: 'read-log-checkpoint',
    path: logPaths.checkpoint(),
    shown: logPaths.checkpoint(),
    summary: both(
      'Titik periksa terbaru log publik (C2SP tlog-checkpoint)',
      'Newest checkpoint of the public log (C2SP tlog-checkpoint)',
    ),
    type: plain,
    keep: 1,
    read: async (tx) => fileOf(await publishedCheckpoint(tx)),
  },
  {
    name: 'read-log-witnessed',
    path: logPaths.witnessed(),
    shown: logPaths.witnessed(),
    summary: both('Titik periksa terbaru yang ditandatangani saksi', 'Newest checkpoint that witnesses have cosigned'),
    type: plain,
    keep: 1,
    read: async (tx) => fileOf(await witnessedCheckpoint(tx)),
  },
  {
    name: 'read-log-key',
    path: logPaths.vkey(),
    shown: logPaths.vkey(),
    summary: both('Kunci publik log', 'Public key of the log'),
    type: plain,
    keep: 3600,
    read: async (tx) => {
      const identity = await readIdentity(tx)
      return identity && { bytes: `${identity.vkey}\n` }
    },
  },
]

const tile: FileOptions = {
  name: 'read-log-tile',
  path: '/log/tile/:tile{.+}',
  shown: '/log/tile/:tile',
  summary: both(
    'Ubin sidik atau bundel entri (C2SP tlog-tiles)',
    'Tile of hashes, or bundle of entries (C2SP tlog-tiles)',
  ),
  type: binary,
  keep: 'for ever',
  async read(tx, c) {
    const path = `tile/${c.req.param('tile')}`
    const address = parseTilePath(path)
    if (!address) return undefined
    const [size, bytes] = await Promise.all([publishedSize(tx), readObject(tx, path)])
    // Nothing before its checkpoint: what is written but not signed is not there yet.
    const signed = tileWidth(size, address.level, address.index) >= address.width
    return signed ? fileOf(bytes) : undefined
  },
}

const receipts: FileOptions[] = [
  {
    name: 'read-log-entry',
    path: '/log/entries/:event{[1-9][0-9]{0,14}}',
    shown: logPaths.entry(':event'),
    summary: both(
      'Entri log dari sebuah peristiwa, persis seperti tercatat',
      'Log entry of an event, exactly as logged',
    ),
    type: 'application/json',
    keep: 'for ever',
    async read(tx, c) {
      const number = Number(c.req.param('event'))
      const [size, bytes] = await Promise.all([publishedSize(tx), readEntryBytes(tx, number - 1)])
      return number <= size ? fileOf(bytes) : undefined
    },
  },
  {
    name: 'read-log-proof',
    path: '/log/proof/:file{[1-9][0-9]{0,14}\\.tlog-proof}',
    shown: logPaths.proof(':event'),
    summary: both(
      'Bukti bahwa sebuah peristiwa ada di log (C2SP tlog-proof)',
      'Proof that an event is in the log (C2SP tlog-proof)',
    ),
    type: plain,
    keep: 60,
    async read(tx, c) {
      const number = Number.parseInt(c.req.param('file')!, 10)
      const bytes = await proofOf(tx, number)
      return bytes && { bytes, name: `${number}.tlog-proof` }
    },
  },
]

/** The receipt of an event under the newest checkpoint; undefined while the log does not have it. */
export async function proofOf(tx: ReadTx, number: number): Promise<Uint8Array | undefined> {
  const [checkpoint, size] = await Promise.all([publishedCheckpoint(tx), publishedSize(tx)])
  if (!checkpoint || number > size) return undefined
  return formatReceipt(await makeReceipt((path) => readObject(tx, path), checkpoint, number - 1))
}

function fileOf(bytes: Uint8Array | undefined): File | undefined {
  return bytes && { bytes }
}

function serveFile({ app, deps, openapi }: Site, options: FileOptions): void {
  const { name: operationId, summary, type, keep } = options
  openapi.add({
    method: 'get',
    path: options.shown,
    operationId,
    summary,
    tag: 'log',
    served: type.split(';')[0]!,
    personal: false,
  })
  const kept = keep === 'for ever' ? 'public, max-age=31536000, immutable' : `public, max-age=${keep}`
  app.get(options.path, async (c) => {
    const file = await readAs(deps.db, visitor, c.var.now, (tx) => options.read(tx, c))
    if (!file) return c.text('not found\n', 404, { 'cache-control': 'no-store' })
    const headers: Record<string, string> = { 'content-type': type, 'cache-control': kept }
    if (file.name) headers['content-disposition'] = `attachment; filename="${file.name}"`
    return c.body(file.bytes as Uint8Array<ArrayBuffer>, 200, headers)
  })
}
