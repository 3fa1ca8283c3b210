import type { z } from 'zod'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { Lang } from '#kernel/reason.ts'
import { type CharterContent, emptyContent } from '../charter.ts'
import { cellsAfter, type Line, readLegalBasis, readRoles, readServices, readTerritories } from '../charter-lines.ts'
import { says } from '../rules.ts'
import type { charterInput } from './draft-charter-version.ts'

type Input = z.output<typeof charterInput>

/** The charter that a form says, or which of its lines cannot be read. */
export function contentFrom(
  input: Input,
  newest: CharterContent | undefined,
  lang: Lang,
): CharterContent | { problems: Problem[] } {
  const before = newest ?? { ...emptyContent, lang }
  const own = before.lang
  const lists = {
    legalBasis: readLegalBasis(input.legalBasis, before.legal_basis, own),
    roles: readRoles(input.roles, before.roles, own),
    services: readServices(input.services, before.services, own),
    territories: readTerritories(input.territories, before.territories, own),
  }
  const problems = Object.entries(lists).flatMap(([field, list]) => whatIsWrong(field, list))
  if (problems.length > 0) return { problems }
  return {
    lang: own,
    ...plainFields(input),
    legal_basis: lists.legalBasis.rows,
    office_en: input.office === before.office ? before.office_en : null,
    roles: lists.roles.rows,
    services: lists.services.rows,
    territories: lists.territories.rows,
    cells: cellsAfter(before, lists.services.rows, lists.territories.rows),
  }
}

function whatIsWrong(field: string, { bad, doubled }: Line<unknown>): Problem[] {
  if (bad)
    return [
      problem(
        field,
        'bad-line',
        says((words) => words.badLine(bad)),
      ),
    ]
  if (doubled)
    return [
      problem(
        field,
        'doubled-line',
        says((words) => words.doubledLine(doubled)),
      ),
    ]
  return []
}

function plainFields(input: Input) {
  return {
    purpose: input.purpose ?? null,
    purpose_en: input.purposeEn ?? null,
    mandate: input.mandate ?? null,
    mandate_en: input.mandateEn ?? null,
    decision_rule: input.decisionRule ?? null,
    quorum: input.quorum === undefined ? null : input.quorum / 100,
    cadence_every: input.cadenceUnit ? (input.cadenceEvery ?? 1) : null,
    cadence_unit: input.cadenceUnit ?? null,
    publishable: input.publishable,
    office: input.office ?? null,
    office_term_ends: input.officeTermEnds ?? null,
    waiting_limit: input.waitingLimit ?? null,
  }
}
