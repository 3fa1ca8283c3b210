import type { Conversation } from '../src/index.ts'
import { seeded } from '../src/random.ts'
import { emptyColumns, firstRows } from '../src/votes.ts'

/**
 * An invented conversation of `votes` votes (fewer where the diligent run out of statements): three camps of unequal size, statements that divide them more or less,
 * and people of unequal diligence (a third of them cast most votes). Votes stand person by person.
 */
export function generate(people: number, statements: number, votes: number, seed: number): Conversation {
  const draw = seeded(seed)
  const stance = Float64Array.from({ length: 3 * statements }, () => draw() * 2 - 1)
  const diligence = Float64Array.from({ length: people }, () => 0.3 + 3 * draw() ** 4)
  const total = diligence.reduce((sum, each) => sum + each, 0)
  const columns = emptyColumns(votes)
  const order = Int32Array.from({ length: statements }, (_, at) => at)
  let row = 0
  let carried = 0
  for (let person = 0; person < people; person++) {
    const camp = draw() < 0.5 ? 0 : draw() < 0.6 ? 1 : 2
    carried += (votes * diligence[person]!) / total
    const upTo = person === people - 1 ? votes : Math.min(Math.round(carried), votes)
    const count = Math.min(upTo - row, statements)
    for (let at = 0; at < count; at++) {
      const other = at + Math.floor(draw() * (statements - at))
      const statement = order[other]!
      order[other] = order[at]!
      order[at] = statement
      const lean = stance[camp * statements + statement]! + (draw() * 2 - 1) * 0.9
      columns.person[row] = person
      columns.statement[row] = statement
      columns.value[row] = lean > 0.15 ? 1 : lean < -0.25 ? -1 : 0
      columns.time[row] = 1.7e12 + row * 10
      row++
    }
  }
  return {
    people: Array.from({ length: people }, (_, at) => String(at)),
    statements: Array.from({ length: statements }, (_, at) => ({
      id: String(at),
      text: '',
      moderated: 1,
      meta: false,
    })),
    votes: row === votes ? columns : firstRows(columns, row),
  }
}
