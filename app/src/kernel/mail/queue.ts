import type { Tx } from '../database.ts'
import { newId } from '../ids.ts'
import type { Lang } from '../reason.ts'

export type NewMail = {
  personId: string
  /** The event it tells of: the person gets one mail for it, however often this is called. */
  eventId?: string
  write(lang: Lang): { subject: string; body: string }
  /** An iCalendar object that goes with it, made out to the person's address. */
  calendar?(lang: Lang, address: string): string
}

/**
 * Puts a mail to a person into the queue, in the caller's transaction (of the jobs' role), in the person's language.
 * Returns its id, or undefined if there is no account to write to or the mail was written before.
 */
export async function queueMail(
  tx: Tx,
  now: Date,
  { personId, eventId, write, calendar }: NewMail,
): Promise<string | undefined> {
  const account = await tx
    .selectFrom('accounts')
    .select(['email', 'lang'])
    .where('person_id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!account) return undefined
  const lang = account.lang as Lang
  const invitation = calendar?.(lang, account.email) ?? null
  const mail = { id: newId(now), person_id: personId, event_id: eventId ?? null, created_at: now }
  const added = await tx
    .insertInto('mails')
    .values({ ...mail, address: account.email, ...write(lang), calendar: invitation })
    .onConflict((conflict) => conflict.columns(['event_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}
