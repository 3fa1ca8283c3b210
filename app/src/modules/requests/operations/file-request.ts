import { hasRole, personOf } from '#kernel/access.ts'
import { changed, lock, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { filing, problemsIn, sentHash } from '../filing.ts'
import { judgeTicket, linkToken, readTicket } from '../link.ts'
import { codeOf } from '../request.ts'
import { sealWho } from '../sealed.ts'
import { bring } from '../store/follow.ts'
import { sentHashOf } from '../store/read.ts'
import { addDecision, addRequest, addText } from '../store/write.ts'
import { words } from '../words.ts'
import { requestEvent, wrong } from './acting.ts'

/** `token` only to whoever is not signed in: the outcome of a signed-in person's form is kept with the form. */
export type Filed = { id: string; code: string; token?: string }

/** Anyone may ask a public body for information, with or without an account. */
export function fileRequest(secret: string) {
  return operation({
    name: 'file-information-request',
    summary: both('Mengajukan permintaan informasi', 'Files an information request'),
    input: filing,
    // The hash that forms are recognised by would tell who asked to whoever tries numbers.
    forgetsInput: true,
    async load(tx, input) {
      const ticket = readTicket(secret, input.ticket)
      if (!ticket) return { ticket, before: undefined }
      await lock(tx, ticket.id)
      await bring(tx, linkToken(secret, ticket.id))
      return { ticket, before: await sentHashOf(tx, ticket.id) }
    },
    policy: (actor, _subject, input) =>
      !input.onBehalf ||
      hasRole(actor, 'facilitator') ||
      reason('not-facilitator', (lang) => words[lang].refusal.notFacilitator),
    async change(tx, { actor, input, subject, now, keys }) {
      const { ticket, before } = subject
      if (before) return refusedBecause(reason('already-received', (lang) => words[lang].problem.alreadyReceived))
      const judged = judgeTicket(ticket, now)
      if (!ticket || judged !== 'good') return refused(wrong('', judged === 'too-fast' ? 'tooFast' : 'stale'))
      const problems = problemsIn(input)
      if (problems.length > 0) return refused(...problems)
      const programme = input.programme ? await programmeBySlug(tx, input.programme) : undefined
      if (input.programme && !programme) return refused(wrong('programme', 'noSuchProgramme'))
      const { name, kind, address, identityKind, identityNumber, email = null, phone = null } = input
      const key = await keys.of(ticket.id, now)
      const desk = input.onBehalf === true
      const filed = await addRequest(
        tx,
        { actor, now, unnamed: !desk },
        {
          id: ticket.id,
          token: linkToken(secret, ticket.id),
          programmeId: programme?.id ?? null,
          channel: desk ? 'desk' : 'web',
          lang: input.lang ?? 'id',
          requester: {
            person_id: desk ? null : personOf(actor),
            kind,
            identity_kind: identityKind,
            ...sealWho(key, { name, identity_number: identityNumber, email, phone, address }),
            sent_hash: sentHash(key, input),
          },
        },
      )
      const decision = input.classification && (await addDecision(tx, { actor, now }, filed.id, input.classification))
      for (const text of ['asked', 'purpose', 'manner'] as const)
        await addText(tx, { actor, now, keys, unnamed: true }, filed.id, text, input[text])
      const value: Filed = { id: filed.id, code: codeOf(filed) }
      const event = requestEvent('received', filed, { channel: filed.channel, dueOn: filed.due_on, ...decision })
      const shown = actor.kind === 'person' ? value : { ...value, token: linkToken(secret, filed.id) }
      return changed(shown, desk ? event : { ...event, unsigned: true })
    },
  })
}
