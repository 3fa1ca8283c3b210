import { z } from 'zod'
import { operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { line, links, linksIn, request, written } from '../fields.ts'
import { mayPublish } from '../rules.ts'
import { addPublication } from '../store/write.ts'
import { done, loadFacts, wrong } from './acting.ts'

/** The information officer decides that an answer is for everyone; a newer row corrects it or takes it back. */
export const publishAnswer = operation({
  name: 'publish-information-answer',
  summary: both('Mengumumkan jawaban sebagai informasi terbuka', 'Publishes an answer as open information'),
  input: z.strictObject({
    request,
    title: line(200),
    text: written(10_000),
    links,
    lang: z.enum(['id', 'en']).optional(),
    withdrawn: z.boolean().optional(),
  }),
  publishedTexts: ({ title, text, withdrawn }) =>
    withdrawn
      ? []
      : [
          { name: 'title', text: title },
          { name: 'text', text },
        ],
  load: loadFacts,
  policy: (actor, of) => mayPublish(actor, of),
  async change(tx, { actor, input, subject, now }) {
    const given = linksIn(input.links)
    if (!given) return refused(wrong('links', 'badLinks'))
    const { title, text: body, lang = subject.lang, withdrawn = false } = input
    // What is taken back is not kept in a newer row as well.
    const row = withdrawn ? { title, body: '–', links: [] } : { title, body, links: given }
    await addPublication(tx, { actor, now }, subject.id, { ...row, lang, withdrawn })
    return done(withdrawn ? 'publication-withdrawn' : 'published', subject)
  },
})
