import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { hashToken, newToken } from '#kernel/session/token.ts'
import { accountEvent } from '../office.ts'
import { addToken, hasToken, lockedAccount } from '../store/accounts.ts'
import { words } from '../words.ts'

export const tokenDays = [30, 90, 365] as const

/** A token with which a program acts as the person; its text is handed back once and never kept. */
export const addApiToken = operation({
  name: 'add-api-token',
  summary: both('Membuat token API', 'Makes an API token'),
  input: z.strictObject({
    personId: z.uuid(),
    name: z.string().trim().min(1).max(80),
    days: z.literal([...tokenDays]),
    /** The form's own key becomes the token's id, so that a form sent twice makes one token. */
    key: z.uuid().optional(),
  }),
  load: (tx, { personId }) => lockedAccount(tx, personId),
  policy: (actor, account) => all(onlySignInJob(actor), account.disabledAt ? disabled : true),
  async change(tx, { input: { personId, name, days, key }, now }) {
    if (key && (await hasToken(tx, key))) return refused(problem('', 'made', (lang) => words[lang].tokens.madeBefore))
    const id = key ?? newId(now)
    const token = newToken()
    const expiresAt = new Date(now.getTime() + days * 86_400_000)
    await addToken(tx, { id, tokenHash: hashToken(token), personId, name, expiresAt }, now)
    return changed({ id, token: `mufakat_${token}` }, accountEvent('api-token.added', personId, { tokenId: id, days }))
  },
})

const disabled = reason('disabled', (lang) => words[lang].invitations.disabled)
