import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generate } from '../bench/generate.ts'
import { principalComponents } from './components.ts'
import { covariance, covarianceTable } from './covariance.ts'
import { voteMatrix } from './matrix.ts'
import { columnMeans } from './means.ts'
import { projectPeople, projectStatements } from './projection.ts'
import type { Statement } from './votes.ts'

const someMatrix = fc
  .record({ people: fc.integer({ min: 5, max: 40 }), statements: fc.integer({ min: 5, max: 15 }), seed: fc.nat() })
  .map(({ people, statements, seed }) => {
    const votes = generate(people, statements, people * 3, seed)
    const moderated = votes.statements.map(
      (row, at): Statement => ({ ...row, moderated: at === 2 ? -1 : 1, meta: at === 4 }),
    )
    return voteMatrix({ ...votes, statements: moderated })
  })

/** X as a full table: blanks and what does not count are 0. */
function dense(matrix: ReturnType<typeof voteMatrix>): number[][] {
  const { counted, mean } = columnMeans(matrix)
  return matrix.people.map((_, person) => {
    const row = matrix.statements.map(() => 0)
    for (let entry = matrix.rowStart[person]!; entry < matrix.rowStart[person + 1]!; entry++) {
      const at = matrix.column[entry]!
      if (counted[at]) row[at] = matrix.value[entry]! - mean[at]!
    }
    return row
  })
}

test('means are those of the votes cast, and 0 where a statement does not count', () => {
  fc.assert(
    fc.property(someMatrix, (matrix) => {
      const { mean, counted } = columnMeans(matrix)
      matrix.statements.forEach((_, at) => {
        const cast = [...matrix.value].filter((_, entry) => matrix.column[entry] === at)
        const expected = counted[at] && cast.length > 0 ? cast.reduce((sum, vote) => sum + vote, 0) / cast.length : 0
        assert.ok(Math.abs(mean[at]! - expected) < 1e-12)
      })
      assert.deepEqual([counted[2], counted[4], mean[2], mean[4]], [0, 0, 0, 0])
    }),
  )
})

test('both ways to multiply are the product of the full table with itself', () => {
  fc.assert(
    fc.property(someMatrix, (matrix) => {
      const columns = columnMeans(matrix)
      const table = dense(matrix)
      const square = covarianceTable(matrix, columns)
      const width = matrix.statements.length
      const vector = Float64Array.from({ length: width }, (_, at) => Math.sin(at + 1))
      const product = new Float64Array(width)
      covariance(matrix, columns).multiply(vector, product)
      for (let a = 0; a < width; a++) {
        let expected = 0
        for (let b = 0; b < width; b++) {
          const entry = table.reduce((sum, row) => sum + row[a]! * row[b]!, 0)
          assert.ok(Math.abs(square[a * width + b]! - entry) < 1e-9)
          expected += entry * vector[b]!
        }
        assert.ok(Math.abs(product[a]! - expected) < 1e-9)
      }
    }),
  )
})

test('a wide conversation is multiplied vote by vote, with the same axes as a table gives', () => {
  const votes = generate(60, 2100, 4000, 2)
  const matrix = voteMatrix(votes)
  const columns = columnMeans(matrix)
  const { axes, variance } = principalComponents(matrix, columns, 1)
  const table = covarianceTable(matrix, columns)
  for (const [at, axis] of axes.entries()) {
    const turned = axis.map((_, row) => axis.reduce((sum, entry, other) => sum + entry * table[row * 2100 + other]!, 0))
    turned.forEach((entry, row) => {
      assert.ok(Math.abs(entry - variance[at]! * axis[row]!) < 1e-6 * variance[at]!)
    })
  }
})

test('axes are of length one, at right angles, and unchanged in direction by the votes (eigenvectors)', () => {
  fc.assert(
    fc.property(someMatrix, (matrix) => {
      const columns = columnMeans(matrix)
      const { axes, variance, explained, settled } = principalComponents(matrix, columns, 3)
      fc.pre(settled.every(Boolean) && variance[1] > 0)
      const product = new Float64Array(matrix.statements.length)
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, entry, at) => sum + entry * b[at]!, 0)
      assert.ok(Math.abs(dot(axes[0], axes[1])) < 1e-9)
      for (const [at, axis] of axes.entries()) {
        assert.ok(Math.abs(dot(axis, axis) - 1) < 1e-9)
        covariance(matrix, columns).multiply(axis, product)
        product.forEach((entry, row) => {
          assert.ok(Math.abs(entry - variance[at]! * axis[row]!) < 1e-6 * variance[0])
        })
      }
      const total = dense(matrix)
        .flat()
        .reduce((sum, entry) => sum + entry * entry, 0)
      assert.ok(Math.abs(explained[0] * total - variance[0]) < 1e-9)
      assert.ok(explained[0] >= explained[1] - 1e-9 && explained[0] + explained[1] <= 1 + 1e-9)
    }),
  )
})

test('no other direction shows more difference than the first axis, nor any at right angles to it more than the second', () => {
  fc.assert(
    fc.property(
      someMatrix,
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 }),
      (matrix, any) => {
        const columns = columnMeans(matrix)
        const { axes, variance, settled } = principalComponents(matrix, columns, 3)
        fc.pre(settled.every(Boolean))
        const spread = (vector: number[]) => {
          const length = vector.reduce((sum, entry) => sum + entry * entry, 0)
          const scores = dense(matrix).map((row) => row.reduce((sum, entry, at) => sum + entry * vector[at]!, 0))
          return length === 0 ? 0 : scores.reduce((sum, score) => sum + score * score, 0) / length
        }
        const vector = any.slice(0, matrix.statements.length)
        assert.ok(spread(vector) <= variance[0] + 1e-6)
        const along = vector.reduce((sum, entry, at) => sum + entry * axes[0][at]!, 0)
        assert.ok(spread(vector.map((entry, at) => entry - along * axes[0][at]!)) <= variance[1] + 1e-6)
      },
    ),
  )
})

test('places follow the formula, with blanks left out and a rejected statement counted as a pass by everyone', () => {
  fc.assert(
    fc.property(someMatrix, (matrix) => {
      const columns = columnMeans(matrix)
      const components = principalComponents(matrix, columns, 1)
      const { x } = projectPeople(matrix, columns, components)
      dense(matrix).forEach((row, person) => {
        const own = [...matrix.column.subarray(matrix.rowStart[person]!, matrix.rowStart[person + 1]!)]
        const cast = own.filter((at) => columns.counted[at]).length + columns.excluded
        const score = row.reduce((sum, entry, at) => sum + entry * components.axes[0][at]!, 0)
        assert.ok(Math.abs(x[person]! - score * Math.sqrt(columns.present / Math.max(cast, 1))) < 1e-9)
      })
      const statements = projectStatements(columns, components)
      matrix.statements.forEach((_, at) => {
        const expected = (1 - columns.mean[at]!) * components.axes[1][at]! * Math.sqrt(columns.present)
        assert.ok(Math.abs(statements.y[at]! - expected) < 1e-12)
        assert.ok(Math.abs(statements.extremity[at]! - Math.sqrt(statements.x[at]! ** 2 + expected ** 2)) < 1e-9)
      })
    }),
  )
})
