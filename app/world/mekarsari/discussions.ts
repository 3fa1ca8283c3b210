import { contestHiding } from '#modules/discussions/operations/contest-hiding.ts'
import { correctComment } from '#modules/discussions/operations/correct-comment.ts'
import { followDiscussion } from '#modules/discussions/operations/follow-discussion.ts'
import { hideComment } from '#modules/discussions/operations/hide-comment.ts'
import { markAnswer } from '#modules/discussions/operations/mark-answer.ts'
import { replyToComment } from '#modules/discussions/operations/reply-to-comment.ts'
import { writeComment } from '#modules/discussions/operations/write-comment.ts'
import type { PersonKey } from './cast.ts'
import type { Step, World } from './world.ts'

type Said = { kind?: 'comment' | 'question'; lang?: 'id' | 'en' }

/** A handful of conversations: an answered question, one that waits, a correction, a hidden comment and its objection. */
export function discussionSteps(): Step[] {
  const known: Record<string, string> = {}
  return [
    {
      day: 120,
      async tell(world) {
        const question =
          'Kapan daftar keluarga berisiko dapat dipakai puskesmas? Kami menunggunya untuk rencana kunjungan.'
        known.list = await say(world, 'laras', question, { kind: 'question' })
        known.answer = await reply(world, 'bayu', known.list, 'Uji coba dimulai bulan depan di tiga kecamatan.')
      },
    },
    {
      day: 124,
      tell: ({ teller, slug, people }) =>
        teller.act(people.rina, markAnswer, { slug, id: known.list!, answer: known.answer! }).then(() => {}),
    },
    {
      day: 210,
      async tell(world) {
        const remark = 'Yayasan dapat meminjamkan 12 alat ukur panjang badan sampai alat pengadaan tiba.'
        known.tools = await say(world, 'nisa', remark)
        await reply(world, 'laras', known.tools, 'Terima kasih. @Tono Suhartono, mohon bantu angkutannya.')
      },
    },
    {
      day: 240,
      tell: ({ teller, slug, people }) =>
        teller
          .act(people.nisa, correctComment, { slug, id: known.tools!, body: 'Jumlahnya 10, bukan 12.' })
          .then(() => {}),
    },
    { day: 300, tell: moderate },
    {
      day: 352,
      async tell(world) {
        const question = 'Mengapa cakupan air minum aman di dua kecamatan belum bertambah sejak triwulan lalu?'
        await say(world, 'ketuaForum', question, { kind: 'question' })
        await say(world, 'galih', 'The survey form is ready for a review by all parties.', { lang: 'en' })
        const { teller, slug, programmeId, people } = world
        await teller.act(people.ketuaForum, followDiscussion, { slug, record: programmeId, state: 'follow' })
      },
    },
  ]
}

/** Hidden for a private telephone number, with an objection that waits for someone else's decision. */
async function moderate(world: World): Promise<void> {
  const { teller, slug, people } = world
  const id = await say(world, 'dimas', 'Hubungi kader langsung di nomor pribadinya (nomor contoh).')
  await teller.act(people.bayu, hideComment, { slug, id, reason: 'Memuat nomor telepon pribadi' })
  await teller.act(people.dimas, contestHiding, { slug, id, reason: 'Kader sudah setuju nomornya dibagikan' })
}

async function say(world: World, by: PersonKey, body: string, said: Said = {}): Promise<string> {
  const { teller, slug, programmeId, people } = world
  const { id } = await teller.act(people[by], writeComment, { slug, record: programmeId, body, lang: 'id', ...said })
  return id
}

async function reply({ teller, slug, people }: World, by: PersonKey, to: string, body: string): Promise<string> {
  const { id } = await teller.act(people[by], replyToComment, { slug, id: to, body, lang: 'id' })
  return id
}
