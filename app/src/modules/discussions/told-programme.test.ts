import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './testing/stage.ts'

const { actors, slug, people, site, write, programmeId } = await stage()

test('the programme’s page tells the API of its discussion, and never which resident wrote', async () => {
  await write(actors.resident, programmeId, 'Kapan layanan dibuka?', { kind: 'question' })
  for (const as of [undefined, actors.coordinator, actors.resident]) {
    const response = await site.get(`/api/v1/programmes/${slug}`, { as })
    const { data } = (await response.json()) as { data: { sections: Record<string, object> } }
    const discussion = JSON.stringify(data.sections['h-diskusi'])
    assert.match(discussion, /Kapan layanan dibuka/)
    assert.ok(!discussion.includes(people.resident.id) && !discussion.includes(people.resident.name))
  }
})
