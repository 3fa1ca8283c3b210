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

test('the programme’s history tells members that a resident asked, not who; of members they read who', async () => {
  await write(actors.resident, programmeId, 'Siapa yang dihubungi?', { kind: 'question' })
  await write(actors.officer, programmeId, 'Kader di balai desa.')
  for (const path of [`/programmes/${slug}/history`, `/api/v1/programmes/${slug}/history`]) {
    const read = await (await site.get(path, { as: actors.coordinator })).text()
    assert.ok(read.includes(people.officer.name), path)
    assert.ok(!read.includes(people.resident.name) && !read.includes(people.resident.id), path)
  }
})
