import type { Area } from './stage.ts'

export const talkArea: Area = {
  pages: {
    '/escalations/:id/answer': 'a matter that waits for the head who is asked',
    '/escalations/:id/withdrawal': 'a matter that waits, before the party that brought it',
    '/programmes/:slug/discussions/:id/edit': 'a comment of one’s own, not fifteen minutes old',
    '/programmes/:slug/discussions/:id/objection': 'a comment of one’s own that was hidden',
  },
  async play(stage) {
    const waiting = await stage.known(`select id from escalations where state = 'open'`)
    const head = await stage.person('kepalaKominfo')
    await head.look(`/escalations/${waiting.id}/answer`)
    await head.refused(`/escalations/${waiting.id}/answer`, { reason: 'Diuji di tiga desa bulan depan.' })
    const asking = await stage.person('maya')
    await asking.look(`/escalations/${waiting.id}/withdrawal`)
    await asking.act(`/escalations/${waiting.id}/withdrawal`, { reason: 'Sudah diselesaikan lewat telepon.' })

    const programme = await stage.known(`select id from programmes where slug = 'stunting'`)
    const author = await stage.person('hendra')
    const list = '/programmes/stunting/discussions'
    await author.act(`${list}/records/${programme.id}/new`, {
      kind: 'question',
      body: 'Bolehkah data **penerima bantuan** dicocokkan dengan daftar posyandu?\n\nKami menunggu sejak Agustus.',
    })
    const comment = await stage.known(`select id from comments order by created_at desc limit 1`)
    await author.look(`${list}/${comment.id}/edit`)
    await author.act(`${list}/${comment.id}/edit`, { body: 'Bolehkah data penerima bantuan dicocokkan?' })
    const officer = await stage.person('ppid')
    await officer.act(`${list}/${comment.id}/hiding`, { reason: 'Menyebut berkas yang belum diumumkan.' })
    await author.look(`${list}/${comment.id}/objection`)
    await author.act(`${list}/${comment.id}/objection`, { reason: 'Berkas itu sudah diumumkan pekan lalu.' })
  },
}
