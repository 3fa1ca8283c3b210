import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayDraft } from '../meeting.ts'
import { addMinutes } from '../store/minutes.ts'
import { by, type Done, lang, meeting, told, wrong } from './acting.ts'
import { loadMinutes } from './load-minutes.ts'

/** Each save is a version of its own; whoever saves over another's text is told. */
export const writeMinutes = operation({
  name: 'write-minutes',
  summary: both('Menulis notula rapat', 'Write the minutes of a meeting'),
  input: z.strictObject({
    meeting,
    lang,
    body: z.string().trim().min(1).max(20_000),
    /** What a correction mends. */
    because: z.string().trim().max(1000).optional(),
  }),
  load: loadMinutes,
  policy: (actor, { meeting: subject }) => mayDraft(actor, subject),
  async change(tx, context) {
    const { input, subject } = context
    const { newest, meeting: of } = subject
    if (subject.confirmed && !input.because && newest?.status === 'confirmed')
      return refused(wrong('because', 'whyCorrect'))
    const number = (newest?.number ?? 0) + 1
    await addMinutes(tx, by(context), {
      programme_id: of.programme_id,
      owner_id: of.owner_id,
      class: of.class === 'public' ? 'members' : of.class,
      lang: input.lang,
      meeting_id: of.id,
      number,
      status: 'draft',
      body: input.body,
      because: input.because || (newest?.status === 'draft' ? newest.because : null),
    })
    const done: Done = { meeting: of.id }
    const shown = { ...of, class: of.class === 'public' ? ('members' as const) : of.class }
    return changed(done, told('minutes.drafted', shown, { number }, number))
  },
})
