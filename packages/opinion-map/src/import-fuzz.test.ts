import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { InputError } from './csv.ts'
import { drawMap } from './map.ts'
import { readPolisExport } from './polis-export.ts'

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`../example/streets/${name}`, import.meta.url)))
const comments = bytesOf('comments.csv')
const firstVotes = bytesOf('votes.csv').subarray(0, 1500)
const votes = firstVotes.subarray(0, firstVotes.lastIndexOf(10) + 1)
const summary = bytesOf('summary.csv')
const participants = new TextEncoder().encode(
  'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n0,1,0,2,1,1,1,-1,\n1,,0,1,1,0,,1,\n',
)

/** Cuts a piece out of a file and puts something else in its place. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  put: fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '0', '-', '9', 'x', '\u0000', 'é'), maxLength: 6 }),
})

function damaged(bytes: Uint8Array, { at, cut, put }: { at: number; cut: number; put: string }): Uint8Array {
  const from = Math.floor(bytes.length * at)
  return Uint8Array.from([...bytes.subarray(0, from), ...new TextEncoder().encode(put), ...bytes.subarray(from + cut)])
}

test('whatever is broken in a file, the answer is a map or an error that names file and line', () => {
  let refused = 0
  fc.assert(
    fc.property(
      fc.constantFrom('comments', 'votes', 'summary', 'participants'),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      (which, changes) => {
        const good = { comments, votes, summary, participants }
        const broken = { ...good, [which]: changes.reduce(damaged, good[which]) }
        const file = (name: keyof typeof good) => ({ name: `${name}.csv`, bytes: broken[name] })
        try {
          const { matrix, repairs } = readPolisExport({
            comments: file('comments'),
            votes: file('votes'),
            summary: file('summary'),
            participants: file('participants'),
          })
          const map = drawMap(matrix)
          assert.ok([...map.people.x, ...map.people.y].every(Number.isFinite))
          assert.equal(repairs.votesKept + repairs.revotes, repairs.voteRows)
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          refused++
          assert.match(error.message, /^(comments|votes|summary|participants)\.csv line \d+: /)
        }
      },
    ),
    { numRuns: 600 },
  )
  assert.ok(refused > 50 && refused < 600, `${refused} of 600 were refused`)
})
