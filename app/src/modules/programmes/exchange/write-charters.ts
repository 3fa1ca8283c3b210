import type { ReadTx } from '#kernel/database.ts'
import type { CharterRole, CharterVersion } from '../charter.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'
import { readRoles } from '../read-roles.ts'
import { chartersOf, signaturesOf } from '../store/charters.ts'
import type { ExchangeKeys } from './part.ts'
import { jakartaToday } from './today.ts'
import { said, wordsOf, wordsOrThrow } from './words.ts'

type Charter = NonNullable<ProgrammeExchange['charters']>[number]
const rules = ['consensus', 'consensus-then-majority', 'majority', 'two-thirds', 'lead-decides'] as const

/** Versions that were agreed, the first above; drafts and given-up proposals stay here. */
export async function writeCharters(
  tx: ReadTx,
  programmeId: string,
  keys: ExchangeKeys,
): Promise<Partial<ProgrammeExchange>> {
  const versions = (await chartersOf(tx, programmeId)).filter(
    (version) => version.status === 'in-force' || version.status === 'superseded',
  )
  const agreed = versions.filter((version) => keys.key('charters', version.id, String(version.number)) !== 'implied')
  const charters: Charter[] = []
  for (const [index, version] of agreed.reverse().entries()) {
    const charter = await charterOf(tx, version, keys)
    keys.keep('charters', String(version.number), version.id, { ...charter, last: index === agreed.length - 1 })
    charters.push(charter)
  }
  return { charters }
}

async function charterOf(tx: ReadTx, version: CharterVersion, keys: ExchangeKeys): Promise<Charter> {
  const signatures = await signaturesOf(tx, version.id)
  const posts = await postsOf(tx, version, keys)
  return said({
    version: version.number,
    adopted: version.in_force_on ?? undefined,
    purpose: wordsOf(version.purpose, version.purpose_en, version.lang),
    mandate: wordsOf(version.mandate, version.mandate_en, version.lang),
    legalBasis: version.legal_basis,
    decisionRule: rules.find((rule) => rule === version.decision_rule),
    quorum: version.quorum ?? undefined,
    cadence:
      version.cadence_unit && version.cadence_every
        ? { every: version.cadence_every, unit: version.cadence_unit }
        : undefined,
    publishable: version.publishable,
    officeTerm: officeOf(version),
    posts,
    signatures: signatures.map((one) =>
      said({
        organisation: keys.key('organisations', one.organisation_id),
        signed: one.signed_on,
        byHead: one.by_head ? true : undefined,
      }),
    ),
  })
}

function officeOf({ office, office_en, office_term_ends, lang }: CharterVersion): Charter['officeTerm'] {
  const name = wordsOf(office, office_en, lang)
  return name && office_term_ends ? { office: name, ends: office_term_ends } : undefined
}

/** Vacancies are those of today; of an earlier version nobody asks any more. */
async function postsOf(tx: ReadTx, version: CharterVersion, keys: ExchangeKeys): Promise<Charter['posts']> {
  const states = version.status === 'in-force' ? await readRoles(tx, version.programme_id, await jakartaToday(tx)) : []
  const vacantSince = (role: CharterRole) =>
    states.find((state) => state.role.title === role.title)?.vacantSince ?? undefined
  return version.roles.map((role) =>
    said({
      key: role.key,
      title: wordsOrThrow(role.title, role.title_en, role.lang),
      organisation: role.organisation_id ? keys.key('organisations', role.organisation_id) : undefined,
      vacantSince: vacantSince(role),
    }),
  )
}
