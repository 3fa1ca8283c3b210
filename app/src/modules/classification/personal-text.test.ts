import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { declareInterests } from '#modules/interests/operations/declare-interests.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { slug } = set
const as = { as: set.actors.coordinator }
const task = (title: string, more: Record<string, string> = {}) => ({
  kind: 'activity',
  title,
  accountable: set.organisations.owner.id,
  class: 'public',
  _key: set.key(),
  ...more,
})
const kept = async () =>
  (await set.db.admin.pool.query('select operation, kinds, reason, created_by from personal_data_confirmations')).rows
const made = async (title: string) =>
  (await set.db.admin.pool.query('select id from tasks where title = $1', [title])).rowCount

describe('personal data in words that everyone will read', () => {
  const title = 'Kunjungi Ibu Siti Aminah, 0812-3456-7890'

  test('the form stops, keeps what was typed, names each stretch, and asks to take it out or to say why it is none', async () => {
    const refused = await set.site.post(taskPaths.plan(slug), task(title), as)
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(html, /nama orang “Ibu Siti Aminah”, nomor telepon “0812-3456-7890”/)
    assert.match(html, /value="Kunjungi Ibu Siti Aminah, 0812-3456-7890"/)
    assert.match(html, /name="_notPersonal"/)
    assert.equal(await made(title), 0)
    assert.deepEqual(await kept(), [])
    const repeated = await set.site.post(taskPaths.plan(slug), task(title, { _notPersonal: 'Itu Ibu Siti Aminah' }), as)
    assert.equal(repeated.status, 422)
    assert.match(await repeated.text(), /tanpa mengulang data pribadinya/)
    assert.equal((await set.site.post(taskPaths.plan(slug), task('Kunjungi keluarga'), as)).status, 303)
  })

  test('with a reason it goes through, and the reason is a row with who and when, without the words themselves', async () => {
    const reason = 'Juru bicara resmi, nomor layanan yang sudah diumumkan'
    const sent = task(title, { _notPersonal: reason })
    assert.equal((await set.site.post(taskPaths.plan(slug), sent, as)).status, 303)
    const { personId } = set.actors.coordinator
    assert.deepEqual(await kept(), [{ operation: 'plan-task', kinds: ['name', 'phone'], reason, created_by: personId }])
    await assert.rejects(set.db.app.pool.query('delete from personal_data_confirmations'), /permission denied/)
  })

  test('the API answers 422 with code and spans, and takes the reason as a field', async () => {
    const body = { kind: 'activity', title: 'NIK 3302015208900003', accountable: set.organisations.owner.id }
    const refused = await set.site.api(taskPaths.plan(slug), body, as)
    assert.equal(refused.status, 422)
    const { error } = (await refused.json()) as { error: { problems: Record<string, unknown>[] } }
    const spans = [{ kind: 'nik', start: 4, end: 20, confidence: 0.98 }]
    assert.deepEqual(
      error.problems.map(({ message: _, ...rest }) => rest),
      [{ field: 'title', code: 'personal-data', spans }],
    )
    const notPersonal = 'Nomor contoh dari petunjuk pengisian'
    assert.equal((await set.site.api(taskPaths.plan(slug), { ...body, notPersonal }, as)).status, 200)
  })

  test('what only few read is not asked about', async () => {
    assert.equal((await set.site.post(taskPaths.plan(slug), task(title, { class: 'restricted' }), as)).status, 303)
    const interest = {
      kind: 'family',
      organisation: set.organisations.other.name,
      note: 'Ibu Siti Aminah, adik saya',
      complete: true,
    }
    const outcome = await set.act(declareInterests, interest, set.actors.officer)
    assert.equal(outcome.kind, 'done', saying(outcome))
    const input = { programme: slug, kind: 'activity', title, accountable: set.organisations.owner.id }
    const stopped = await set.act(planTask, input, set.actors.coordinator)
    assert.equal(stopped.kind, 'invalid')
  })
})
