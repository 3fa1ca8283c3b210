import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { type Act, decisionPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage({ rule: 'consensus-then-majority', quorum: 0.67 })
const { actors, third, fourth, fifth, slug, site } = set

const press = async (id: string, act: Act, form: Record<string, string>, as = actors.coordinator) => {
  const response = await site.post(decisionPaths.act(id, act), { _key: newId(site.time.now), ...form }, { as })
  assert.equal(response.status, 303, `${act}: ${await wordsOf(response.clone())}`)
}
const page = async (id: string, as?: typeof actors.head) => wordsOf(await site.get(decisionPaths.decision(id), { as }))
const raised = {
  _key: newId(site.time.now),
  question: 'Apakah data ibu hamil berisiko boleh dibagikan?',
  background: 'Pada Agustus 311 keluarga belum pernah dikunjungi.',
  class: 'public',
  lang: 'id',
}
const optionsIn = async (id: string) =>
  (
    await set.db.admin.kysely
      .selectFrom('decision_options')
      .select('id')
      .where('decision_id', '=', id)
      .orderBy('position')
      .execute()
  ).map((row) => row.id)

describe('the life of a decision, through its pages', () => {
  let id = ''

  test('a party raises a question, options are named, parties say where they stand and why', async () => {
    const made = await site.post(decisionPaths.new(slug), raised, { as: actors.head })
    assert.equal(made.status, 303)
    id = made.headers.get('location')!.split('/').at(-1)!
    await press(id, 'option', { title: 'Tetap terpisah', body: 'Paling aman.' }, actors.head)
    await press(id, 'option', { title: 'Berbagi tiga isian' }, actors.head)
    await press(id, 'link', { title: 'Telaah hukum', url: 'https://contoh.go.id/telaah' })
    await press(id, 'position', { stance: 'support', reason: 'Keluarga cepat dikunjungi' }, actors.otherHead)
    await press(id, 'position', { stance: 'object', reason: 'Hak menolak belum cukup' }, third)
    await press(id, 'question', { body: 'Siapa yang membuka data?' }, actors.observer)
    const [asked] = await set.db.admin.kysely.selectFrom('decision_questions').select('id').execute()
    await press(id, 'answer', { question: asked!.id, body: 'Hanya petugas kunjungan.' }, actors.head)
    await press(id, 'amendment', { clause: 'Pasal 3', body: 'Penolakan cukup lisan', reason: 'Lebih mudah' }, third)
    const words = await page(id)
    for (const told of [
      'Keputusan 2026/001',
      'Berbagi tiga isian',
      'Keberatan',
      'Hanya petugas kunjungan',
      'Pasal 3',
      'Telaah hukum',
      'Dimusyawarahkan',
    ])
      assert.ok(words.includes(told), told)
  })

  test('consensus is sought first; one against with a reason and it is not found', async () => {
    const [, share] = await optionsIn(id)
    await press(id, 'vote', { option: share!, lastDay: '2026-12-01' })
    for (const head of [actors.head, actors.otherHead, third, fourth, fifth]) {
      await press(id, 'interest', { conflicted: 'no' }, head)
      const answer: Record<string, string> =
        head === third ? { answer: 'no', reason: 'Persetujuan seharusnya diminta dulu' } : { answer: 'yes' }
      await press(id, 'ballot', answer, head)
    }
    await press(id, 'closure', {})
    const [outcome] = await set.outcomeOf(id)
    assert.deepEqual([outcome!.result, outcome!.yes, outcome!.no], ['no-consensus', 4, 1])
    assert.match(await page(id), /Dimusyawarahkan/)
  })

  test('then the majority decides; the outcome is for members until it is published with its reasons', async () => {
    const [, share] = await optionsIn(id)
    await press(id, 'vote', { option: share!, lastDay: '2026-12-01' })
    for (const head of [actors.head, actors.otherHead, fourth]) await press(id, 'ballot', { answer: 'yes' }, head)
    await press(id, 'ballot', { answer: 'no', reason: 'Persetujuan seharusnya diminta dulu' }, third)
    await press(id, 'ballot', { answer: 'abstain' }, fifth)
    await press(id, 'closure', {})
    const before = await page(id)
    assert.match(before, /Hasil pemungutan suara belum diumumkan/)
    assert.doesNotMatch(before, /diminta dulu|3 setuju/)
    const api = await (await site.get(`/api/v1${decisionPaths.decision(id)}`)).text()
    assert.doesNotMatch(api, /diminta dulu|cast_ballots|"yes"/)
    assert.match(await page(id, actors.head), /3 setuju, 1 menolak, 1 abstain/)
    set.on('2026-11-26')
    await press(id, 'publication', {
      answer: 'Ya, tiga isian saja',
      reason: 'Tiga isian cukup untuk kunjungan',
      reviewOn: '2027-06-30',
    })
    await press(id, 'step', {
      title: 'Perjanjian ditandatangani',
      party: set.organisations.other.id,
      dueOn: '2026-12-05',
    })
    await press(id, 'dissent', { body: 'Hak menolak secara lisan belum cukup' }, third)
    const words = await page(id)
    for (const told of [
      'Diputuskan Ya, tiga isian saja',
      '3 setuju, 1 menolak, 1 abstain',
      'Berlaku sampai ditinjau 30 Juni 2027',
      'Dipilih',
      'Pendapat berbeda',
      'dicatat atas permintaannya',
      'Perjanjian ditandatangani',
      '2 hari kerja setelah diputuskan',
      'Putaran 1: Mufakat',
    ])
      assert.ok(words.includes(told), told)
  })

  test('an appeal that is upheld leads to a new decision that reverses the first, which stays as it was', async () => {
    await press(id, 'appeal', { grounds: 'Warga belum didengar' }, third)
    const [appeal] = await set.db.admin.kysely.selectFrom('appeals').select('id').execute()
    await press(id, 'appealAnswer', { appeal: appeal!.id, upheld: 'yes', reason: 'Benar, konsultasi belum selesai' })
    const again = await site.post(
      decisionPaths.new(slug),
      { ...raised, _key: newId(site.time.now), question: 'Batalkan?', reverses: id },
      { as: actors.head },
    )
    const next = again.headers.get('location')!.split('/').at(-1)!
    for (const title of ['Batalkan', 'Biarkan']) await press(next, 'option', { title }, actors.head)
    const [undo] = await optionsIn(next)
    await press(next, 'vote', { option: undo!, lastDay: '2026-12-01' })
    for (const head of [actors.head, actors.otherHead, third, fourth, fifth]) {
      await press(next, 'interest', { conflicted: 'no' }, head)
      await press(next, 'ballot', { answer: 'yes' }, head)
    }
    await press(next, 'closure', {})
    assert.doesNotMatch(await page(id), /Dibatalkan/)
    await press(next, 'publication', { answer: 'Dibatalkan', reason: 'Warga didengar dulu' })
    const words = await page(id)
    assert.match(words, /Dibatalkan oleh Keputusan 2026\/002/)
    assert.match(words, /Dikabulkan/)
    assert.match(words, /Diputuskan Ya, tiga isian saja/)
    const { rows } = await set.db.admin.pool.query("select payload from events where name = 'decision.reversed'")
    assert.deepEqual(rows, [{ payload: { by: next } }])
  })
})
