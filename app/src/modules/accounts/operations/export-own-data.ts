import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { accountEvent } from '../office.ts'
import { accountOf } from '../store/accounts.ts'

/** The person takes out what is kept about them: that it happened is recorded, what it held is not. */
export const exportOwnData = operation({
  name: 'export-own-data',
  summary: both('Mengunduh data sendiri', 'Downloads one’s own data'),
  input: z.strictObject({ personId: z.uuid(), format: z.enum(['json', 'html']), rows: z.number().int() }),
  load: (tx, { personId }) => accountOf(tx, personId),
  policy: (actor) => onlySignInJob(actor),
  async change(_tx, { input: { personId, format, rows } }) {
    return changed(null, accountEvent('personal-data.exported', personId, { format, rows }))
  },
})
