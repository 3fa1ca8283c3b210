import { Readable } from 'node:stream'
import sharp from 'sharp'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type KeptFile, keepFile, receiveFile } from '#modules/documents/keep-file.ts'
import { addDocument } from '#modules/documents/operations/add-document.ts'
import { withdrawDocument } from '#modules/documents/operations/withdraw-document.ts'
import { printMinutes } from '#modules/meetings/minutes-document.ts'
import { addEvidence } from '#modules/tasks/operations/add-evidence.ts'
import type { PersonKey } from './cast.ts'
import { type Step, type World, workerOf } from './world.ts'

const reader = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const

/** A few files of the kinds that offices have, made here: a PDF, a table, a picture, and one that was taken back. */
export function documentSteps(deps: Deps): Step[] {
  return [
    { day: 356, tell: (world) => onProgramme(world, deps) },
    { day: 357, tell: (world) => onDecision(world, deps) },
    { day: 358, tell: (world) => onMeeting(world, deps) },
    { day: 359, tell: (world) => asEvidence(world, deps) },
    { day: 360, tell: (world) => takenBack(world, deps) },
  ]
}

async function onProgramme(world: World, deps: Deps): Promise<void> {
  const { programmeId: record } = world
  const charter = await pdf('Piagam program, salinan bertanda tangan', [
    ['Para pihak menyepakati tujuan, peran, dan aturan memutus program ini.'],
    ['Salinan ini contoh: nama dan tanda tangan di dalamnya rekaan.'],
  ])
  await add(world, deps, 'rina', { record, title: 'Piagam, salinan bertanda tangan' }, 'piagam.pdf', charter)
  const visits = table(
    ['desa', 'kader', 'telepon'],
    [
      ['Contoh Satu', 'Kader A', '0000'],
      ['Contoh Dua', 'Kader B', '0000'],
    ],
  )
  const contacts = { record, title: 'Daftar kontak kader', own: 'restricted' as const }
  await add(world, deps, 'rina', contacts, 'kontak-kader.csv', visits)
}

async function onDecision(world: World, deps: Deps): Promise<void> {
  const record = await idOf(world, deps, 'decisions', 'raised_on')
  const costs = table(
    ['desa', 'keluarga', 'kunjungan', 'rupiah'],
    Array.from({ length: 12 }, (_, index) => [
      `Desa Contoh ${index + 1}`,
      20 + index * 3,
      4,
      (20 + index * 3) * 4 * 35_000,
    ]),
  )
  await add(world, deps, 'rina', { record, title: 'Hitungan ongkos kunjungan per desa' }, 'ongkos.csv', costs)
}

async function onMeeting(world: World, deps: Deps): Promise<void> {
  const record = await idOf(world, deps, 'meetings', 'starts_at')
  const paper = await pdf('Bahan rapat: kemajuan triwulan ini', [
    ['Kunjungan keluarga berisiko berjalan di semua kecamatan.'],
    ['Yang masih ditunggu: data sambungan air minum dari dua kecamatan.'],
  ])
  await add(world, deps, 'rina', { record, title: 'Bahan rapat: kemajuan triwulan' }, 'bahan-rapat.pdf', paper)
}

/** A photo as evidence of a task that is nearly done; what the camera knew is gone from it. */
async function asEvidence(world: World, deps: Deps): Promise<void> {
  const { teller, people, organisations } = world
  const task = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('tasks')
      .select('id')
      .where('owner_id', '=', organisations.dinkes)
      .where('state', '=', 'in-progress')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
  const by = workerOf('dinkes')
  const photo = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#7aa37a' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Kamera Contoh' } })
    .toBuffer()
  const document = await add(
    world,
    deps,
    by,
    { record: task.id, title: 'Foto serah terima alat ukur' },
    'foto.jpg',
    photo,
  )
  await teller.act(people[by], addEvidence, { task: task.id, lang: 'id', what: 'Foto serah terima', document })
}

async function takenBack(world: World, deps: Deps): Promise<void> {
  const { teller, people, programmeId: record } = world
  const list = Buffer.from('Catatan lapangan dengan nama keluarga (contoh).\n')
  const id = await add(world, deps, 'rina', { record, title: 'Catatan lapangan' }, 'catatan.txt', list)
  await teller.act(people.rina, withdrawDocument, { id, reason: 'Memuat nama keluarga; versi tanpa nama menyusul' })
}

type Of = { record: string; title: string; own?: 'restricted' }

export async function add(
  { teller, people, slug }: World,
  { files }: Deps,
  by: PersonKey,
  of: Of,
  name: string,
  content: Buffer,
): Promise<string> {
  const kept: KeptFile = await keepFile(files, await receiveFile(files, name, Readable.from([content])))
  const input = { slug, ...of, sha256: kept.receivedSha256 }
  return (await teller.act(people[by], addDocument(kept), input)).id
}

/** The newest open one of its kind. */
async function idOf(world: World, deps: Deps, of: 'decisions' | 'meetings', by: 'raised_on' | 'starts_at') {
  const state = of === 'decisions' ? 'decided' : 'held'
  const row = await readAs(deps.jobs, reader, world.teller.now(), (tx) =>
    tx
      .selectFrom(of)
      .select('id')
      .where('programme_id', '=', world.programmeId)
      .where('class', '=', 'public')
      .where('state', '=', state)
      .orderBy(by as never, 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

function table(head: string[], rows: (string | number)[][]): Buffer {
  return Buffer.from(`\ufeff${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`)
}

export function pdf(title: string, body: string[][]): Promise<Buffer> {
  return printMinutes({
    lang: 'id',
    title,
    programme: 'Mekarsari Bebas Stunting',
    example: 'Contoh rekaan',
    when: '',
    place: null,
    author: 'Bappeda',
    because: null,
    body,
    agenda: [],
    tally: '',
    attendance: [{ party: 'Bappeda', manner: 'Menyusun', who: null }],
    words: {
      minutes: 'Isi',
      agenda: 'Agenda',
      matter: 'Perkara',
      result: 'Hasil',
      attendance: 'Penyusun',
      party: 'Instansi',
      manner: 'Peran',
    },
  })
}
