import type { Area } from './stage.ts'

export const directoryArea: Area = {
  pages: {
    '/organisations/:id/reinstatement': 'an organisation that was dissolved',
    '/people/:id/skills/:skill/end': 'a skill of one’s own',
  },
  async play(stage) {
    const supplier = await stage.known(`select id from organisations where name like 'PT Simpul Data%'`)
    const operator = await stage.person('operator')
    const place = `/organisations/${supplier.id}`
    await operator.refused(`${place}/dissolution`, { dissolvedOn: '2027-11-23' })
    await operator.act(`${place}/dissolution`, { dissolvedOn: '2026-11-23' })
    await operator.look(`${place}/reinstatement`)
    await operator.act(`${place}/reinstatement`, {})

    const laras = await stage.known(`select id from people where name = 'Laras Anggraini'`)
    const officer = await stage.person('laras')
    await officer.refused(`/people/${laras.id}/skills/new`, { skill: 'x'.repeat(300) })
    await officer.act(`/people/${laras.id}/skills/new`, { skill: 'Pengolahan data keluarga berisiko stunting' })
    const skill = await stage.known(`select id from skills where person_id = $1 order by created_at desc`, [laras.id])
    await officer.look(`/people/${laras.id}/skills/${skill.id}/end`)
    await officer.act(`/people/${laras.id}/skills/${skill.id}/end`, {})
  },
}
