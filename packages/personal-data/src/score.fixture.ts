import type { Sample } from './corpus.fixture.ts'
import type { Kind } from './hit.ts'
import { findPersonalData } from './index.ts'

export type Score = { found: number; right: number; marked: number; precision: number; recall: number }

/** A hit is right when it has the kind of a marked stretch and shares text with it. */
export function scoresOf(samples: Sample[]): {
  all: Score
  byKind: Map<Kind, Score>
  missed: string[]
  wrong: string[]
} {
  const byKind = new Map<Kind, Score>()
  const [missed, wrong] = [new Set<string>(), new Set<string>()]
  const of = (kind: Kind) => {
    const known = byKind.get(kind) ?? { found: 0, right: 0, marked: 0, precision: 1, recall: 1 }
    byKind.set(kind, known)
    return known
  }
  for (const { text, marked } of samples) {
    const hits = findPersonalData(text)
    for (const mark of marked) {
      of(mark.kind).marked += 1
      if (!hits.some((hit) => hit.kind === mark.kind && hit.start < mark.end && mark.start < hit.end)) missed.add(text)
    }
    for (const hit of hits) {
      of(hit.kind).found += 1
      const right = marked.some((mark) => hit.kind === mark.kind && hit.start < mark.end && mark.start < hit.end)
      if (right) of(hit.kind).right += 1
      else wrong.add(`${hit.kind}: ${text}`)
    }
  }
  const all = { found: 0, right: 0, marked: 0, precision: 1, recall: 1 }
  for (const score of byKind.values()) {
    all.found += score.found
    all.right += score.right
    all.marked += score.marked
  }
  for (const score of [...byKind.values(), all]) {
    score.precision = score.found === 0 ? 1 : score.right / score.found
    score.recall = score.marked === 0 ? 1 : score.right / score.marked
  }
  return { all, byKind, missed: [...missed], wrong: [...wrong] }
}
