// One line a figure, on invented sentences: no public corpus of Indonesian personal data exists, and none should.
import { performance } from 'node:perf_hooks'
import { show } from '../../../bin/figures.ts'
import { corpus } from '../src/corpus.fixture.ts'
import { findPersonalData } from '../src/index.ts'
import { scoresOf } from '../src/score.fixture.ts'

const samples = corpus(10_000, 2026)
const { all, byKind } = scoresOf(samples)
show({ name: 'precision, all kinds', value: all.precision, unit: 'share', goal: 0.95 })
show({ name: 'recall, all kinds', value: all.recall, unit: 'share', goal: 0.9 })
for (const [kind, { precision, recall }] of [...byKind].sort()) {
  show({ name: `precision, ${kind}`, value: precision, unit: 'share' })
  show({ name: `recall, ${kind}`, value: recall, unit: 'share' })
}
const text = samples.map((sample) => sample.text).join('\n')
const began = performance.now()
findPersonalData(text)
const seconds = (performance.now() - began) / 1000
show({ name: 'text read', value: text.length / 1e6 / seconds, unit: 'million characters a second', goal: 0.5 })
