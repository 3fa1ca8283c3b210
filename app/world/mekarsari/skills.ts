import { addSkill } from '#modules/directory/operations/add-skill.ts'
import type { PersonKey } from './cast.ts'
import type { Step } from './world.ts'

const skills: Partial<Record<PersonKey, string[]>> = {
  rina: ['Perencanaan program', 'Fasilitasi rapat'],
  bayu: ['Gizi masyarakat'],
  laras: ['Gizi masyarakat', 'Pengukuran tubuh anak'],
  hendra: ['Pemutakhiran data keluarga miskin'],
  tono: ['Air minum pedesaan', 'Rencana teknis sanitasi'],
  sita: ['Basis data', 'Perlindungan data pribadi'],
  dimas: ['Kunjungan keluarga'],
  maya: ['Pengasuhan dan PAUD'],
  anwar: ['Bimbingan calon pengantin'],
  nisa: ['Pengasuhan dan PAUD', 'Pendampingan desa'],
  galih: ['Statistik', 'Pengukuran tubuh anak'],
  yoga: ['Analisis data', 'Basis data'],
  lina: ['Pendampingan kader'],
  fasilitator: ['Fasilitasi rapat', 'Pendampingan desa'],
  auditor: ['Pemeriksaan kinerja'],
}

/** In the second month people say what they can do, so that others find them. */
export function skillSteps(): Step[] {
  return (Object.keys(skills) as PersonKey[]).map((key, index) => ({
    day: 36 + index,
    async tell({ teller, people }) {
      for (const skill of skills[key]!) await teller.act(people[key], addSkill, { personId: people[key], skill })
    },
  }))
}
