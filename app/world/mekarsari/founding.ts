import { createProgramme } from '#modules/programmes/operations/create-programme.ts'
import { giveSeat } from '#modules/programmes/operations/give-seat.ts'
import { inviteParty } from '#modules/programmes/operations/invite-party.ts'
import { type OrganisationKey, organisations, type PersonKey, people } from './cast.ts'
import type { Teller } from './tell.ts'
import type { World } from './world.ts'

/** The regency's planning agency founds the programme, invites the parties and gives the seats. */
export async function found(
  teller: Teller,
  ids: Pick<World, 'organisations' | 'people'>,
): Promise<Pick<World, 'slug' | 'programmeId'>> {
  const { id: programmeId, slug } = await teller.act(ids.people.rina, createProgramme, {
    name: 'Percepatan Penurunan Stunting',
    nameEn: 'Faster reduction of stunting',
    summary:
      'Menurunkan stunting pada anak di bawah dua tahun dari 24,1% menjadi 14%, lewat satu daftar keluarga berisiko yang dilayani bersama.',
    summaryEn:
      'Bringing stunting among children under two from 24.1% down to 14%, through one list of families at risk that all agencies serve together.',
    organisationId: ids.organisations.bappeda,
    template: 'stunting',
    slug: 'stunting',
    place: 'Kabupaten Mekarsari',
    startsOn: teller.dateOf(0),
    endsOn: teller.dateOf(1490),
    example: 'Kabupaten Mekarsari rekaan, bukan data nyata.',
  })
  for (const key of Object.keys(organisations) as OrganisationKey[]) {
    if (key === 'bappeda') continue
    const input = { slug, organisationId: ids.organisations[key], role: organisations[key].party }
    await teller.act(ids.people.rina, inviteParty, input)
  }
  for (const key of Object.keys(people) as PersonKey[]) {
    const { seat: role, at } = people[key]
    if (!role || key === 'rina') continue
    const input = { slug, organisationId: ids.organisations[at], personId: ids.people[key], role }
    await teller.act(ids.people.rina, giveSeat, input)
  }
  return { slug, programmeId }
}
