import { readAs } from '#kernel/database.ts'
import { personActor } from '#kernel/session.ts'
import type { Deps } from '#kernel/web/request.ts'
import { markable, previewed } from '#modules/classification/file-redaction.ts'
import { openFileInPart } from '#modules/classification/operations/open-file-in-part.ts'
import { fileOf, textOf } from '#modules/documents/public.ts'
import { add, pdf } from './documents.ts'
import type { Step, World } from './world.ts'

const witness = 'pendamping di desa itu (rekaan)'

/** A report on what is withheld, and the version of it that everyone reads. */
export function redactionSteps(deps: Deps): Step[] {
  return [{ day: 204, tell: (world) => openReport(world, deps) }]
}

async function openReport(world: World, deps: Deps): Promise<void> {
  const { teller, slug, people } = world
  const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
  const decision = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('classifications')
      .select(['id', 'record_id'])
      .where('programme_id', '=', world.programmeId)
      .where('ground', '=', '17a')
      .executeTakeFirstOrThrow(),
  )
  const report = await pdf('Laporan telaah pengaduan penyaluran bantuan', [
    [`Pelapor adalah ${witness}. Ia menyerahkan catatan penerimaan paket gizi.`],
    ['Paket dibagikan dua minggu lebih lambat di tiga desa. Jadwal gudang sudah diperbaiki.'],
    [`Keterangan ${witness} dicocokkan dengan catatan gudang.`],
  ])
  const of = { record: decision.record_id, title: 'Laporan telaah pengaduan' }
  const document = await add(world, deps, 'kepalaDinsos', of, 'laporan-telaah.pdf', report)
  const head = await readAs(deps.jobs, reader, teller.now(), (tx) => personActor(tx, people.kepalaDinsos, teller.now()))
  const original = (await readAs(deps.db, head!, teller.now(), (tx) => fileOf(tx, document)))!
  const text = markable(await textOf(deps.files, { ...original.document, key: original.key }))
  const marks = text.replace(/pendamping di desa itu\s+\(rekaan\)/, (found) => `[[a: ${found}]]`)
  await teller.act(people.kepalaDinsos, openFileInPart(deps.files), {
    slug,
    id: decision.id,
    document,
    title: 'Laporan telaah pengaduan, versi terbuka',
    marks,
    seen: previewed(marks),
  })
}
