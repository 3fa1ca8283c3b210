import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { seatsIn } from '#kernel/access.ts'
import { acceptHandOver } from './operations/accept-hand-over.ts'
import { addEvidence } from './operations/add-evidence.ts'
import { assignRole } from './operations/assign-role.ts'
import { blockTask } from './operations/block-task.ts'
import { cancelTask } from './operations/cancel-task.ts'
import { closeTask } from './operations/close-task.ts'
import { declareCapacity } from './operations/declare-capacity.ts'
import { declineHandOver } from './operations/decline-hand-over.ts'
import { handOverTask } from './operations/hand-over-task.ts'
import { moveTask } from './operations/move-task.ts'
import { planTask } from './operations/plan-task.ts'
import { remind } from './operations/remind.ts'
import { reopenTask } from './operations/reopen-task.ts'
import { reportAdoption } from './operations/report-adoption.ts'
import { resumeTask } from './operations/resume-task.ts'
import { startTask } from './operations/start-task.ts'
import { verifyTask } from './operations/verify-task.ts'
import { waitOn } from './operations/wait-on.ts'
import { taskPaths } from './paths.ts'
import { saying, stage, wordsOf } from './testing/stage.ts'
import { words } from './words.ts'

const set = await stage()
const { actors, organisations } = set
const refusal = words.id.refusal
const because = 'Alasan yang dicatat'

const told = async (declared: object, input: object, actor = actors.coordinator) =>
  saying(await set.act(declared, input, actor))

const waiting = async () => {
  const task = await set.plan()
  await set.done(waitOn, { task, agency: organisations.other.id, because })
  return task
}

const closed = async () => {
  const task = await set.plan()
  await set.finish(task, actors.officer)
  return task
}

describe('who may not act is told why', () => {
  test('a visitor signs in first; a resident is no member; observers and auditors only read', async () => {
    const task = await set.plan()
    const visited = await set.act(startTask, { task }, set.visitor)
    assert.equal(visited.kind === 'denied' && visited.reason.code, 'sign-in-first')
    assert.equal(await told(startTask, { task }, actors.resident), refusal['members-only'])
    assert.equal(await told(startTask, { task }, actors.expiredSeat), refusal['members-only'])
    assert.equal(await told(startTask, { task }, actors.observer), refusal['only-reads'])
    assert.equal(await told(startTask, { task }, actors.auditor), refusal['only-reads'])
    assert.match(refusal['only-reads'], /kursi pengawas membaca dan memeriksa/)
    const taking = await set.site.get(taskPaths.act(set.slug, task, 'handOver'), { as: actors.officer })
    const offered = (await taking.text()).match(/<select[\s\S]*?<\/select>/)![0]
    assert.match(offered, /Dinas Pendidikan/)
    assert.doesNotMatch(offered, /Yayasan Pemantau|Inspektorat/)
    assert.equal(seatsIn(actors.auditor, set.programmeId).length, 1)
  })

  test('an agency plans, moves, starts and cancels only what is its own', async () => {
    const foreign = { programme: set.slug, kind: 'activity', title: 'x', accountable: organisations.owner.id }
    assert.equal(await told(planTask, foreign, actors.otherOfficer), refusal['plan-own'])
    const task = await set.plan()
    const move = { task, due: '2027-03-01', reason: because, code: 'resource', requestedBy: organisations.owner.id }
    assert.equal(await told(moveTask, move, actors.otherOfficer), refusal['accountable-only'])
    assert.equal(await told(startTask, { task }, actors.otherOfficer), refusal['doers-only'])
    assert.equal(
      await told(cancelTask, { task, code: 'decision', because }, actors.otherOfficer),
      refusal['accountable-only'],
    )
    const hours = { programme: set.slug, agency: organisations.owner.id, month: '2026-12', hours: 80 }
    assert.equal(await told(declareCapacity, hours, actors.otherOfficer), refusal['capacity-own'])
    const answer = { task, agency: organisations.owner.id, value: 'yes' }
    assert.equal(await told(reportAdoption, answer, actors.otherOfficer), refusal['answer-own'])
  })

  test('what a state does not allow', async () => {
    const task = await set.plan()
    assert.equal(await told(closeTask, { task }), refusal['evidence-first'])
    assert.equal(await told(resumeTask, { task }), refusal['not-stopped'])
    assert.equal(await told(remind, { task }), refusal['waits-for-nobody'])
    assert.equal(await told(acceptHandOver, { task }), refusal['not-offered'])
    assert.equal(await told(reopenTask, { task, because }), refusal['not-closed'])
    assert.equal(await told(verifyTask, { task }, actors.deputy), refusal['close-first'])
    await set.done(startTask, { task })
    assert.equal(await told(startTask, { task }), refusal['is-started'])
    await set.done(blockTask, { task, code: 'resource', because })
    assert.equal(await told(waitOn, { task, agency: organisations.other.id, because }), refusal['is-stopped'])
    await set.done(addEvidence, { task, what: 'Bukti', body: because })
    assert.equal(await told(closeTask, { task }), refusal['resume-first'])
    await set.done(cancelTask, { task, code: 'decision', because })
    assert.equal(await told(addEvidence, { task, what: 'Bukti', body: because }), refusal['is-cancelled'])
    assert.equal(await told(startTask, { task: await closed() }), refusal['is-done'])
  })

  test('a hand-over is answered by the agency it was offered to, and only once at a time', async () => {
    const task = await set.plan()
    const offer = { task, agency: organisations.other.id, why: because }
    await set.done(handOverTask, offer, actors.officer)
    assert.equal(await told(handOverTask, offer, actors.officer), refusal['is-offered'])
    assert.equal(await told(acceptHandOver, { task }, actors.officer), refusal['offer-to-other'])
    await set.done(declineHandOver, { task, because }, actors.otherOfficer)
    await set.done(handOverTask, offer, actors.officer)
    await set.done(acceptHandOver, { task }, actors.otherOfficer)
    assert.equal(await told(startTask, { task }, actors.officer), refusal['doers-only'])
    await set.done(startTask, { task }, actors.otherOfficer)
  })

  test('fields that contradict each other or the programme are named', async () => {
    const task = await set.plan({ due: '2027-01-10', start: '2026-12-01' })
    const move = { task, reason: because, code: 'resource', requestedBy: organisations.owner.id }
    const { problem } = words.id
    assert.equal(await told(moveTask, { ...move, due: '2027-01-10' }), `due: ${problem.sameTarget}`)
    assert.equal(await told(moveTask, { ...move, due: '2026-11-30' }), `due: ${problem.dueBeforeStart}`)
    assert.equal(await told(moveTask, { ...move, due: '2027-02-10', targetText: 'nanti' }), `due: ${problem.oneTarget}`)
    assert.equal(await told(moveTask, { ...move, every: 3 }), `every: ${problem.halfTarget}`)
    const stranger = '0190a0a0-0000-7000-8000-000000000000'
    assert.equal(await told(waitOn, { task, agency: stranger, because }), `agency: ${problem.notAParty}`)
    assert.equal(
      await told(waitOn, { task, agency: organisations.owner.id, because }),
      `agency: ${problem.waitsForOwn}`,
    )
    assert.equal(
      await told(handOverTask, { task, agency: organisations.observing.id, why: because }),
      `agency: ${problem.notAParty}`,
    )
    const role = { task, agency: organisations.other.id, role: 'accountable' }
    assert.equal(await told(assignRole, role), `role: ${problem.accountableMoves}`)
    assert.equal(await told(addEvidence, { task, what: 'Bukti' }), `url: ${problem.evidenceText}`)
  })

  test('a programme that has ended changes no more', async () => {
    const task = await set.plan()
    const status = (to: string) =>
      set.db.admin.kysely.updateTable('programmes').set({ status: to }).where('id', '=', set.programmeId).execute()
    await status('finished')
    assert.equal(await told(startTask, { task }), refusal['programme-ended'])
    await status('running')
  })
})

describe('a reminder', () => {
  test('is sent once in seven days; the button then says when again', async () => {
    set.on('2026-11-24')
    const task = await waiting()
    await set.done(remind, { task })
    assert.equal(await told(remind, { task }), refusal.remindedAlready('Selasa, 1 Desember 2026'))
    const page = await set.site.get(taskPaths.task(set.slug, task), { as: actors.coordinator })
    const html = await page.text()
    assert.match(html, /aria-disabled="true"[^>]*>Ingatkan/)
    assert.match(html, /Bisa lagi mulai Selasa, 1 Desember 2026/)
    set.on('2026-12-01')
    await set.done(remind, { task })
    set.on('2026-11-24')
  })
})

describe('nobody verifies their own work', () => {
  test('not the owner: neither by the page, nor by the API', async () => {
    const task = await closed()
    const form = await set.site.get(taskPaths.act(set.slug, task, 'verify'), { as: actors.head })
    assert.equal(form.status, 403)
    assert.match(await wordsOf(form), /tidak memeriksa pekerjaannya sendiri/)
    const sent = await set.site.api(taskPaths.act(set.slug, task, 'verify'), {}, { as: actors.head })
    assert.equal(sent.status, 403)
    const body = (await sent.json()) as { error: { code: string } }
    assert.equal(body.error.code, 'own-work')
  })

  test('not who gave the evidence, even for another agency', async () => {
    const task = await set.plan({ consulted: [organisations.other.id] })
    await set.done(addEvidence, { task, what: 'Foto', body: because }, actors.otherOfficer)
    await set.done(closeTask, { task }, actors.officer)
    assert.equal(await told(verifyTask, { task }, actors.otherOfficer), refusal['own-evidence'])
    await set.done(verifyTask, { task }, actors.otherHead)
    assert.equal(await told(verifyTask, { task }, actors.deputy), refusal['is-verified'])
    assert.equal(await told(reopenTask, { task, because }, actors.officer), refusal['verified-coordinators'])
    set.on('2026-11-25')
    await set.done(reopenTask, { task, because }, actors.deputy)
    assert.equal(await told(closeTask, { task }, actors.officer), refusal['evidence-first'])
  })

  test('an auditor of the oversight party may', async () => {
    const task = await closed()
    await set.done(verifyTask, { task }, actors.auditor)
  })
})
