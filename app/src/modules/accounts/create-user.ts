import type { z } from 'zod'
import { run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { hashPassword } from '#kernel/password.ts'
import { asSignIn } from '#kernel/session/job.ts'
import { linkToken } from '#kernel/session/single-use.ts'
import type { Deps } from '#kernel/web/request.ts'
import { normalEmail } from './account.ts'
import { officeOf } from './office.ts'
import { askReset } from './operations/ask-reset.ts'
import { createUser as create, type createUserInput } from './operations/create-user.ts'
import { passwordProblem } from './passwords.ts'
import { accountPaths } from './paths.ts'

type CliDeps = Pick<Deps, 'jobs' | 'config' | 'secret'>
export type NewUser = z.input<typeof createUserInput> & {
  /** For example accounts only; everyone else makes their own by the link. */
  password?: string
}

/** An account for the command line and the example world, with a single-use link to print when it has no password. */
export async function createUser(
  deps: CliDeps,
  { password, ...user }: NewUser,
  now: Date,
): Promise<Outcome<{ personId: string; link?: string }>> {
  const email = normalEmail(user.email)
  const flaw = password === undefined ? undefined : passwordProblem(deps, { name: user.name, email }, password)
  if (flaw) return { kind: 'invalid', problems: [flaw] }
  const hash = password === undefined ? undefined : await hashPassword(password)
  const outcome = await run(create(officeOf(deps)), { ...user, email, hash }, asSignIn(deps, now))
  if (outcome.kind !== 'done') return outcome
  const { personId, linkId } = outcome.value
  return { kind: 'done', value: { personId, link: linkId && printed(deps, accountPaths.invitation, linkId) } }
}

/** A link for a new password, to be printed by the operator; undefined when the address has no active account. */
export async function createResetLink(deps: CliDeps, address: string, now: Date): Promise<string | undefined> {
  const input = { email: normalEmail(address), mail: false }
  const outcome = await run(askReset(officeOf(deps)), input, asSignIn(deps, now))
  const linkId = outcome.kind === 'done' ? outcome.value.linkId : undefined
  return linkId && printed(deps, accountPaths.reset, linkId)
}

function printed(deps: CliDeps, path: (token: string) => string, linkId: string): string {
  return `${deps.config.BASE_URL}${path(linkToken(deps.secret, linkId))}`
}
