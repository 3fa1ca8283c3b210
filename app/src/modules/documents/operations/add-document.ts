import { z } from 'zod'
import { changed, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both, reason } from '#kernel/reason.ts'
import { mayAdd, mayClose, ownClasses, partyOf } from '../document.ts'
import type { KeptFile } from '../keep-file.ts'
import { addedSince, readSubject, writeDocument } from '../store/documents.ts'
import { words } from '../words.ts'

export const addInput = z.strictObject({
  slug: z.string(),
  record: z.uuid(),
  title: z.string().trim().min(1).max(200),
  own: z.enum(ownClasses).default('public'),
  lang: z.enum(['id', 'en']).default('id'),
  /** Of the file as it was sent, so that the same form sent twice is known as the same. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const dayMs = 86_400_000
/** Of one person in a day: far more than anyone attaches by hand, and no way to fill a disk. */
const daily = { files: 200, bytes: 1024 * 1024 * 1024 }

/** `file`: checked and stored already. Whoever calls removes it again unless this is done and names it. */
export const addDocument = (file: KeptFile) =>
  operation({
    name: 'add-document',
    summary: both('Menambah berkas pada catatan', 'Adds a file to a record'),
    input: addInput,
    async load(tx, { slug, record }) {
      const subject = await readSubject(tx, record)
      return subject?.slug === slug ? subject : undefined
    },
    policy: (actor, subject) => mayAdd(actor, subject),
    async change(tx, { actor, input, subject, now }) {
      const closed = mayClose(actor, subject, input.own)
      if (closed !== true) return refused(problem('own', closed.code, closed.text))
      const today = await addedSince(tx, actor, new Date(now.getTime() - dayMs))
      if (today.files >= daily.files || today.bytes + file.size > daily.bytes)
        return refusedBecause(reason('too-many', (lang) => words[lang].refusal.tooMany))
      const { id, class: recordClass } = await writeDocument(tx, { actor, now }, subject, {
        ...input,
        organisationId: partyOf(actor, subject.programme_id, subject.owner_id)!,
        file,
      })
      return changed(
        { id },
        {
          name: 'document.added',
          programmeId: subject.programme_id,
          ownerId: subject.owner_id,
          class: recordClass,
          subjectKind: 'document',
          subjectId: id,
          payload: { record: subject.id, kind: file.kind, size: file.size, sha256: file.sha256 },
        },
      )
    },
  })
