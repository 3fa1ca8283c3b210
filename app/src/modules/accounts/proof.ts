import { run } from '#kernel/operation.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn } from '#kernel/session/job.ts'
import type { Deps, Session } from '#kernel/web/request.ts'
import { limits } from './account.ts'
import { officeOf } from './office.ts'
import { proveSession } from './operations/prove-session.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import { checkPasskey } from './passkeys.ts'
import { confirmPassword, type Slow } from './passwords.ts'
import { words } from './words.ts'

export type Typed = { password: string; code: string; passkey: string }
type Who = { personId: string; session: Session }
type Proof =
  | { kind: 'password'; checkedHash: string }
  | { kind: 'code'; code: string }
  | { kind: 'passkey'; use: object }
export type ProofAnswer = { kind: 'proved'; token: string } | { kind: 'wrong'; field: string; text: string } | Slow

/** What a passkey signs to prove a session is good for that session only. */
export function proofUse(session: Pick<Session, 'id'>): string {
  return `prove ${session.id}`
}

/** The session gets a new token and counts as proved from now on. */
export async function prove(
  deps: Deps,
  who: Who,
  typed: Typed,
  context: { now: Date; requestId: string; lang: 'id' | 'en' },
): Promise<ProofAnswer> {
  const { now, requestId, lang } = context
  const attempt = { limit: limits.code, key: who.personId }
  if (!typed.password) {
    const admission = await admit(deps, [attempt], now)
    if (!admission.admitted) return { kind: 'too-many', until: admission.until }
  }
  const proof = await proofIn(deps, who, typed, now)
  if (proof && 'until' in proof) return proof
  const input = { personId: who.personId, sessionId: who.session.id, proof }
  const outcome = proof && (await run(proveSession(officeOf(deps)), input, asSignIn(deps, now, requestId)))
  if (outcome?.kind === 'done') {
    if (!typed.password) await forgive(deps, [attempt], [], now)
    return { kind: 'proved', token: outcome.value.token }
  }
  const cause = typed.passkey ? 'wrong-passkey' : typed.password ? 'wrong-password' : 'wrong-code'
  await run(refuseSignIn, { personId: who.personId, cause }, asSignIn(deps, now, requestId))
  const say = words[lang]
  if (typed.passkey) return { kind: 'wrong', field: '', text: say.passkey.refused }
  return typed.password
    ? { kind: 'wrong', field: '_proof_password', text: say.proof.wrongPassword }
    : { kind: 'wrong', field: '_proof_code', text: say.second.wrong }
}

async function proofIn(deps: Deps, who: Who, typed: Typed, now: Date): Promise<Proof | Slow | undefined> {
  if (typed.passkey) {
    const use = await checkPasskey(deps, proofUse(who.session), typed.passkey, now)
    if (use?.personId !== who.personId) return undefined
    const { personId: _, ...rest } = use
    return { kind: 'passkey', use: rest }
  }
  if (!typed.password) return { kind: 'code', code: typed.code }
  const confirmation = await confirmPassword(deps, who.personId, typed.password, now)
  if (confirmation.kind === 'too-many') return confirmation
  return confirmation.kind === 'confirmed' ? { kind: 'password', checkedHash: confirmation.hash } : undefined
}
