import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliver as deliverTo } from '#kernel/testing/deliver.ts'
import { taskMails } from './followers.ts'
import { handOverTask } from './operations/hand-over-task.ts'
import { waitOn } from './operations/wait-on.ts'
import { taskPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage({ now: new Date('2026-11-02T03:00:00Z') })
const other = set.organisations.other.id
const follower = taskMails({ baseUrl: 'https://mufakat.example', clock: () => set.site.time.now })

const deliver = () => deliverTo(set.db, follower, set.site.time.now)

const mails = () =>
  set.db.admin.kysely.selectFrom('mails').select(['person_id', 'subject', 'body']).orderBy('subject').execute()

test('the people of the agency that is waited for get one mail each, with the way to the task', async () => {
  const task = await set.plan({ title: 'Cocokkan data keluarga' })
  await set.done(waitOn, { task, agency: other, because: 'Data belum dikirim' })
  await deliver()
  await deliver()
  const sent = await mails()
  const { otherOfficer, otherHead, grantHolder } = set.people
  assert.deepEqual(sent.map((mail) => mail.person_id).sort(), [otherOfficer.id, otherHead.id, grantHolder.id].sort())
  assert.equal(sent[0]!.subject, 'Dinas Kesehatan Kabupaten Contoh menunggu instansi Anda: Cocokkan data keluarga')
  assert.ok(sent[0]!.body.includes(`https://mufakat.example${taskPaths.task(set.slug, task)}`))
})

test('a restricted task is not told of by mail, and old history is no news', async () => {
  const before = (await mails()).length
  const hidden = await set.plan({ title: 'Evaluasi penyedia', class: 'restricted' })
  await set.done(waitOn, { task: hidden, agency: other, because: 'Belum dijawab' })
  await deliver()
  assert.equal((await mails()).length, before)
  const old = await set.plan({ title: 'Sudah lama' })
  await set.done(handOverTask, { task: old, agency: other, why: 'Dulu' })
  set.on('2026-11-20')
  await deliver()
  assert.equal((await mails()).length, before)
})
