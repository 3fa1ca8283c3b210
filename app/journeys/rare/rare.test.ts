import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { areas } from './areas.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

/** Pages that want a state which the example world is not in. */
describe('a page that no link leads to', () => {
  for (const [name, area] of Object.entries(areas))
    test(`is looked at in both languages once its state has come about: ${name}`, async () => {
      await area.play(stage).finally(stage.leave)
      assert.deepEqual(stage.complaints.splice(0), [])
      const missed = Object.keys(area.pages).filter((pattern) => stage.looked.get(pattern)?.size !== 2)
      assert.deepEqual(missed, [])
    })
})
