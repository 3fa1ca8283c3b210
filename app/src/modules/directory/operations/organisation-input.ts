import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { says as saysField } from '#kernel/problems.ts'
import { areaNamed, bodyNamed, wouldLoop } from '../named.ts'
import { organisationKinds, says } from '../organisation.ts'
import type { OrganisationFacts } from '../store/write-organisations.ts'

/** What is recorded of a body besides its name. `parent` and `territory`: name, acronym, code or id. */
export const organisationFacts = {
  kind: z.enum(organisationKinds),
  acronym: z.string().trim().max(40).optional(),
  parent: z.string().trim().max(300).optional(),
  territory: z.string().trim().max(100).optional(),
  country: z
    .string()
    .trim()
    .refine((text) => /^[A-Za-z]{2}$/.test(text), saysField(says((say) => say.problems.country)))
    .optional(),
  website: z
    .string()
    .trim()
    .max(500)
    .refine(isWebAddress, saysField(says((say) => say.problems.website)))
    .optional(),
  foundedOn: z.iso.date().optional(),
  lang: z.enum(['id', 'en']).optional(),
}
type Input = z.output<z.ZodObject<typeof organisationFacts>>

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
}

/** Finds parent and area; every field that does not fit is told at once. */
export async function factsOf(
  tx: Tx,
  input: Input,
  today: string,
  ownId?: string,
): Promise<{ facts: OrganisationFacts } | { problems: Problem[] }> {
  const parent = await bodyNamed(tx, 'parent', input.parent)
  const area = await areaNamed(tx, input.territory)
  const problems: Problem[] = []
  if ('problem' in parent) problems.push(parent.problem)
  if ('problem' in area) problems.push(area.problem)
  if (input.foundedOn && input.foundedOn > today) problems.push(future('foundedOn'))
  const parentId = 'found' in parent ? (parent.found?.id ?? null) : null
  if (ownId && (await wouldLoop(tx, ownId, parentId)))
    problems.push(
      problem(
        'parent',
        'below-itself',
        says((say) => say.problems.parentBelow),
      ),
    )
  if (problems.length > 0) return { problems }
  return {
    facts: {
      kind: input.kind,
      acronym: input.acronym || null,
      parent_id: parentId,
      territory_code: 'found' in area ? area.found : null,
      country: (input.country ?? 'ID').toUpperCase(),
      website: input.website || null,
      founded_on: input.foundedOn ?? null,
      lang: input.lang ?? 'id',
    },
  }
}

export function future(field: string): Problem {
  return problem(
    field,
    'future',
    says((say) => say.problems.future),
  )
}
