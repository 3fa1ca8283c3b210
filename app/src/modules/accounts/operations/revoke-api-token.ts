import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { accountEvent } from '../office.ts'
import { accountOf, revokeToken } from '../store/accounts.ts'

export const revokeApiToken = operation({
  name: 'revoke-api-token',
  summary: both('Mencabut token API', 'Revokes an API token'),
  input: z.strictObject({ personId: z.uuid(), tokenId: z.uuid() }),
  load: (tx, { personId }) => accountOf(tx, personId),
  policy: (actor) => onlySignInJob(actor),
  async change(tx, { input: { personId, tokenId }, now }) {
    if (!(await revokeToken(tx, personId, tokenId, now))) return refusedBecause(notThere)
    return changed(null, accountEvent('api-token.revoked', personId, { tokenId }))
  },
})

const notThere = reason('not-there', both('Token itu sudah tidak berlaku', 'That token is no longer valid'))
