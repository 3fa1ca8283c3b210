import { stakes } from '#app/modules.ts'
import { addOrganisation } from '#modules/directory/operations/add-organisation.ts'
import { controlConflict } from '#modules/interests/operations/control-conflict.ts'
import { declareInterests } from '#modules/interests/operations/declare-interests.ts'
import type { PersonKey } from './cast.ts'
import { people } from './cast.ts'
import type { Step, World } from './world.ts'

const supplier = 'PT Simpul Data Mekarsari'
/** Declares only after being reminded; until then the decisions of that person are not covered. */
const late: Partial<Record<PersonKey, number>> = { kepalaKemenag: 290, anwar: 330 }

type Declared = { kind: 'family' | 'post' | 'gift'; organisation: string; days?: number; note: string }
const declared: Partial<Record<PersonKey, Declared>> = {
  kepalaKominfo: {
    kind: 'family',
    organisation: supplier,
    note: 'Adik ipar menjadi kepala bagian penjualan (rekaan).',
  },
  rektor: { kind: 'post', organisation: 'Yayasan Sehat Bersama Mekarsari', note: 'Anggota dewan pengawas (rekaan).' },
  tono: { kind: 'gift', organisation: supplier, days: 5, note: 'Jamuan makan siang (rekaan).' },
}

/** Everyone with a seat declares in the first weeks; three have something to say. */
export function interestSteps(): Step[] {
  const seated = (Object.keys(people) as PersonKey[]).filter((key) => {
    const { seat } = people[key]
    return seat !== undefined && seat !== 'observer'
  })
  return [
    { day: 29, tell: addSupplier },
    { day: 70, tell: controlRector },
    ...seated.map((key) => ({ day: late[key] ?? 30, tell: (world: World) => declare(world, key) })),
  ]
}

async function addSupplier({ teller, people: ids }: World): Promise<void> {
  await teller.act(ids.operator, addOrganisation, { name: supplier, kind: 'business' })
}

async function declare({ teller, people: ids }: World, key: PersonKey): Promise<void> {
  const one = declared[key]
  const input = one && { kind: one.kind, organisation: one.organisation, note: one.note }
  const since = one?.days === undefined ? undefined : teller.dateOf(one.days)
  await teller.act(ids[key], declareInterests, { ...input, since, complete: true })
}

/** The rector also sits on the supervisory board of a foundation that has promised work: decided by the coordination team. */
async function controlRector({ teller, people: ids, organisations, slug }: World): Promise<void> {
  await teller.act(ids.rina, controlConflict(stakes), {
    slug,
    person: ids.rektor,
    organisation: organisations.yayasan,
    measure: 'recusal',
    reason: 'Urusan dengan yayasan ditangani wakil rektor; rektor tidak ikut menilai pekerjaannya (rekaan).',
  })
}
