import { createHash } from 'node:crypto'
import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayConfirm } from '../meeting.ts'
import { openResults } from '../store/agenda.ts'
import { addMinutes } from '../store/minutes.ts'
import { by, type Done, meeting, told } from './acting.ts'
import { loadMinutes } from './load-minutes.ts'

/** The newest draft becomes the minutes, for everyone who may read of the meeting. */
export const confirmMinutes = operation({
  name: 'confirm-minutes',
  summary: both('Mengesahkan notula rapat', 'Confirm the minutes of a meeting'),
  input: z.strictObject({ meeting }),
  load: loadMinutes,
  policy: (actor, { meeting: subject, newest }) => mayConfirm(actor, subject, newest),
  async change(tx, context) {
    const { newest, meeting: of } = context.subject
    const { lang, body, because } = newest!
    const number = newest!.number + 1
    await addMinutes(tx, by(context), {
      programme_id: of.programme_id,
      owner_id: of.owner_id,
      class: of.class,
      lang,
      meeting_id: of.id,
      number,
      status: 'confirmed',
      body,
      because,
    })
    const opened = of.class === 'public' ? await openResults(tx, of.id) : []
    const results = opened.map(({ item_id, result, recorded_on }) => `${recorded_on} ${item_id} ${result}`)
    const done: Done = { meeting: of.id }
    const sha256 = createHash('sha256').update(body).digest('hex')
    return changed(done, told('minutes.confirmed', of, { number, sha256, results }, number))
  },
})
