import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayClassify } from '../classification.ts'
import { blacken, openWords, suppress } from '../redaction.ts'
import { addRedaction } from '../store/redactions.ts'
import { redactionWords } from '../words-redactions.ts'
import { classificationEvent, loadClassification } from './subject.ts'

const input = z.strictObject({
  slug: z.string(),
  id: z.uuid(),
  title: z.string().trim().min(1).max(300),
  text: z.string().max(40_000).optional(),
  table: z.string().max(40_000).optional(),
  lang: z.enum(['id', 'en']).default('id'),
})

/** Only the public version is kept: neither what was blackened, nor its length, nor a hash of what was sent. */
export const openInPart = operation({
  name: 'open-in-part',
  summary: both('Membuka versi yang dihitamkan', 'Opens a redacted version'),
  input,
  forgetsInput: true,
  publishedTexts: ({ title, text = '', table = '' }) => [
    { name: 'title', text: title },
    { name: 'text', text: openWords(blacken(text) ?? []) },
    { name: 'table', text: table },
  ],
  load: loadClassification,
  policy: (actor, one) => mayClassify(actor, one),
  async change(tx, { actor, input, subject, now }) {
    const version = versionOf(input)
    if ('field' in version) return refused(version)
    const { slug, title, lang } = input
    const { programme_id, owner_id, id: classification_id } = subject
    const row = { programme_id, owner_id, classification_id, title, lang, ...version }
    const redaction = await addRedaction(tx, { personId: personOf(actor)!, now }, row)
    const event = classificationEvent('classification.opened-in-part', subject, { redaction })
    return changed({ slug, id: redaction }, event)
  },
})

function versionOf({ text, table }: z.output<typeof input>) {
  const wrong = (field: string, code: 'oneOfTwo' | 'badMarks' | 'badTable'): Problem =>
    problem(field, code, (lang) => redactionWords[lang][code])
  if ((text === undefined) === (table === undefined)) return wrong('text', 'oneOfTwo')
  if (text !== undefined) {
    const passages = blacken(text)
    return passages ? { passages, cells: null } : wrong('text', 'badMarks')
  }
  const cells = suppress(table!)
  return cells ? { passages: null, cells } : wrong('table', 'badTable')
}
