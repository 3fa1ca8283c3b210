import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { Text } from '#kernel/reason.ts'
import type { Organisation } from '../organisation.ts'
import { postsOf } from '../store/read-people.ts'
import { peopleWords } from '../words-people.ts'

type Say = (typeof peopleWords)['id']
export function peopleSays(pick: (say: Say) => string): Text {
  return (lang) => pick(peopleWords[lang])
}

/** A post with its days; `head`: leads the organisation. */
export const postInput = {
  post: z.string().trim().min(1).max(200),
  lang: z.enum(['id', 'en']).optional(),
  head: z.boolean().optional(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().optional(),
}
type Input = z.output<z.ZodObject<typeof postInput>>

/** What of the days, the body or the person's other posts does not fit. */
export async function postProblem(
  tx: Tx,
  organisation: Organisation,
  input: Input,
  personId?: string,
): Promise<Problem | undefined> {
  const { startsOn, endsOn, post } = input
  if (endsOn && endsOn < startsOn)
    return problem(
      'endsOn',
      'before-start',
      peopleSays((say) => say.problems.endsBeforeStart),
    )
  const gone = organisation.dissolved_on
  if (gone && (endsOn ?? '9999-12-31') > gone)
    return problem(
      endsOn ? 'endsOn' : 'startsOn',
      'dissolved',
      peopleSays((say) => say.problems.dissolved),
    )
  const held = personId ? await postsOf(tx, { people: [personId] }) : []
  const same = held.some(
    (one) =>
      one.organisation_id === organisation.id &&
      one.post.toLowerCase() === post.toLowerCase() &&
      one.starts_on <= (endsOn ?? '9999-12-31') &&
      (one.ends_on ?? '9999-12-31') >= startsOn,
  )
  return same
    ? problem(
        'post',
        'same-post',
        peopleSays((say) => say.problems.samePost),
      )
    : undefined
}
