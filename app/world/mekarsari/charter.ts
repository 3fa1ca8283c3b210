import type { z } from 'zod'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { changeStatus } from '#modules/programmes/operations/change-status.ts'
import { type charterInput, draftCharterVersion } from '#modules/programmes/operations/draft-charter-version.ts'
import { proposeCharterVersion } from '#modules/programmes/operations/propose-charter-version.ts'
import { signCharter } from '#modules/programmes/operations/sign-charter.ts'
import { servicesOf } from '#modules/programmes/public.ts'
import { type OrganisationKey, organisations } from './cast.ts'
import { districts } from './plan.ts'
import { headOf, type Step, type World } from './world.ts'

/** The charter is drafted from the template, proposed, and signed by the head of each lead and member party. */
export function charterSteps(deps: Deps): Step[] {
  const signing = (Object.keys(organisations) as OrganisationKey[]).filter((key) => binding(key))
  return [
    { day: 3, tell: draft },
    {
      day: 8,
      tell: ({ teller, people, slug }) => teller.act(people.rina, proposeCharterVersion, { slug }).then(() => {}),
    },
    ...signing.map((key, index) => ({ day: 12 + index, tell: (world: World) => sign(world, key) })),
    { day: 26, tell: (world) => begin(world, deps) },
  ]
}

function binding(key: OrganisationKey): boolean {
  return organisations[key].party === 'lead' || organisations[key].party === 'member'
}

async function draft({ teller, people, slug }: World): Promise<void> {
  const content: z.input<typeof charterInput> = {
    slug,
    purpose:
      'Menurunkan stunting pada anak di bawah dua tahun lewat satu daftar keluarga berisiko yang dilayani bersama.',
    purposeEn: 'Reduce stunting in children under two through one list of families at risk that all serve together.',
    mandate: 'Menyatukan rencana, layanan, dan data semua instansi dan mitra yang melayani keluarga berisiko stunting.',
    legalBasis:
      'Peraturan Presiden Nomor 72 Tahun 2021 tentang Percepatan Penurunan Stunting\nKeputusan Bupati Mekarsari Nomor 188/117/2025 (rekaan)',
    decisionRule: 'consensus-then-majority',
    quorum: 67,
    cadenceEvery: 2,
    cadenceUnit: 'week',
    publishable: ['commitments', 'tasks', 'meetings', 'decisions', 'budgets', 'reports'],
    office: 'Bupati Mekarsari',
    officeTermEnds: teller.dateOf(1550),
    waitingLimit: 14,
    roles: 'Koordinator\nWakil koordinator\nPenanggung jawab data\nPenghubung kader dan desa',
    services:
      'Pemeriksaan dan gizi ibu hamil\nPemantauan tumbuh kembang balita\nImunisasi dasar lengkap\nAir minum dan sanitasi layak\nPengasuhan dan PAUD\nBantuan sosial pangan',
    territories: districts.join('\n'),
  }
  // over the draft that the template made
  await teller.act(people.rina, draftCharterVersion, content, 1)
}

async function sign({ teller, people, organisations: ids, slug }: World, key: OrganisationKey): Promise<void> {
  await teller.act(people[headOf(key)], signCharter, { slug, number: 1, organisationId: ids[key] })
}

async function begin(world: World, deps: Deps): Promise<void> {
  const { teller, people, slug, programmeId } = world
  await teller.act(people.rina, changeStatus, { slug, to: 'running', reason: 'Piagam ditandatangani semua pihak' })
  const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
  const services = await readAs(deps.jobs, reader, teller.now(), (tx) => servicesOf(tx, programmeId))
  for (const service of services) world.services.set(service.key, service.id)
}
