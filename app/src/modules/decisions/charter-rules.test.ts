import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CharterRule, longestExchange, missingExplanations } from './decision.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { stage } from './testing/stage.ts'

type Vote = 'y' | 'n' | 'a' | '-'
type Case = [CharterRule, string, string, object?]

/** Five parties' votes in the order lead, second … fifth, and what the rule makes of them. */
const cases: Case[] = [
  ['consensus', 'yyyaa', 'adopted'],
  ['consensus', 'yyyyn', 'no-consensus'],
  ['consensus', 'aaaaa', 'no-consensus'],
  ['consent', 'aaaaa', 'adopted'],
  ['consent', 'yyyyn', 'no-consensus'],
  ['unanimous', 'yyyyy', 'adopted'],
  ['unanimous', 'yyyya', 'no-consensus'],
  ['majority', 'yyynn', 'adopted'],
  ['majority', 'yynna', 'rejected'],
  ['majority', 'yaaaa', 'adopted'],
  ['two-thirds', 'yyyyn', 'adopted'],
  ['two-thirds', 'yyana', 'adopted'],
  ['two-thirds', 'yyynn', 'rejected'],
  ['two-thirds', 'aaaaa', 'rejected'],
  ['weighted', 'ynnnn', 'adopted', { weights: 'Dinas Kesehatan Kabupaten Contoh = 5' }],
  ['weighted', 'ynnnn', 'rejected', { weights: 'Dinas Kesehatan Kabupaten Contoh = 4' }],
  ['lead-decides', 'y----', 'adopted'],
  ['lead-decides', 'n----', 'rejected'],
]
const answers = { y: 'yes', n: 'no', a: 'abstain' } as const

describe('what each rule of the charter makes of the votes', () => {
  for (const rule of new Set(cases.map(([name]) => name)))
    test(rule, async () => {
      const set = await stage({ rule, quorum: 0.5 })
      for (const [, votes, result, fields] of cases.filter(([name]) => name === rule)) {
        const decision = await set.voting(fields)
        for (const [index, letter] of [...votes].entries()) {
          if (letter === '-') continue
          const answer = answers[letter as Exclude<Vote, '-'>]
          const outcome = await set.vote(decision, set.heads[index]!, answer, answer === 'no' ? 'Belum' : undefined)
          assert.equal(outcome.kind, 'done')
        }
        await set.done(closeVote, { decision })
        assert.equal((await set.outcomeOf(decision))[0]!.result, result, votes)
      }
    })

  test('where the lead decides, no other party votes', async () => {
    const set = await stage({ rule: 'lead-decides' })
    const decision = await set.voting()
    assert.equal((await set.act(castBallot, { decision, answer: 'yes' }, set.third)).kind, 'denied')
  })

  test('weights are read a line a party, and a wrong line is told', async () => {
    const set = await stage({ rule: 'weighted' })
    await assert.rejects(set.voting({ weights: 'Dinas Entah = 3' }), /Satu baris satu pihak/)
    await assert.rejects(set.voting({ weights: 'Dinas Tiga Kabupaten Contoh = 0' }), /Satu baris satu pihak/)
  })
})

describe('what the figures count', () => {
  test('an exchange is the revisions of one clause between the same two parties', () => {
    const row = (id: string, organisation_id: string, revises_id: string | null, clause = 'Pasal 3') => ({
      id,
      organisation_id,
      revises_id,
      clause,
    })
    const chain = [
      row('1', 'a', null),
      row('2', 'b', '1'),
      row('3', 'a', '2'),
      row('4', 'a', '3'),
      row('5', 'b', '4'),
      row('6', 'c', '5'),
    ]
    assert.deepEqual(longestExchange(chain), { clause: 'Pasal 3', parties: ['a', 'b'], revisions: 3 })
    assert.equal(longestExchange([row('1', 'a', null)]), undefined)
  })

  test('an explained decision has options, reason, participants, recusals and documents', () => {
    const whole = { options: 2, reason: true, participants: 3, asked: true, documents: 1 }
    assert.deepEqual(missingExplanations(whole), [])
    assert.deepEqual(missingExplanations({ ...whole, options: 1, documents: 0 }), ['options', 'documents'])
  })
})
