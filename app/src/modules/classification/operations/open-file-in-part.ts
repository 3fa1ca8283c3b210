import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import type { FileStore } from '#kernel/files.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { addMadeDocument, fileOf } from '#modules/documents/public.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { blackenedFile } from '../blackened-file.ts'
import { mayOpenInPart } from '../classification.ts'
import { blackenEverywhere } from '../file-redaction.ts'
import { openWords } from '../redaction.ts'
import { aboutReleased } from '../released-file.ts'
import { addFileRedaction } from '../store/file-redactions.ts'
import { classificationEvent, loadClassification } from './subject.ts'

const input = z.strictObject({
  slug: z.string(),
  id: z.uuid(),
  document: z.uuid(),
  title: z.string().trim().min(1).max(200),
  /** The whole text with marks; of a picture its boxes. */
  marks: z.string().max(140_000),
  /** SHA-256 of the marks whose preview was looked at. */
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  lang: z.enum(['id', 'en']).default('id'),
})

/** A new file from the open words; neither what was blackened nor a hash of what was sent is kept. */
export const openFileInPart = (files: FileStore) =>
  operation({
    name: 'open-file-in-part',
    summary: both('Membuka berkas sebagian sebagai berkas baru', 'Opens a file in part, as a new file'),
    input,
    forgetsInput: true,
    publishedTexts: ({ title, marks }) => [
      { name: 'title', text: title },
      { name: 'marks', text: openWords(blackenEverywhere(marks) ?? []) },
    ],
    async load(tx, { slug, id, document }) {
      const one = await loadClassification(tx, { slug, id })
      const original = one && (await fileOf(tx, document))
      if (original?.document.subject_id !== one?.record_id) return undefined
      return one && original && { ...one, original }
    },
    policy: (actor, one) => mayOpenInPart(actor, one, one.original.document),
    async change(tx, { actor, input, subject, now }) {
      const { original, programme_id, owner_id, id: classification_id } = subject
      const { document, key } = original
      const about = aboutReleased((await programmeBySlug(tx, input.slug))!, subject, input)
      const made = await blackenedFile(files, { ...document, key }, input, about)
      if (!('file' in made)) return refused(made)
      const { file, grounds, parts } = made
      try {
        const { title, lang } = input
        const released = await addMadeDocument(tx, { actor, now }, classification_id, { title, lang, file })
        const row = { programme_id, owner_id, classification_id, original_id: document.id, document_id: released }
        await addFileRedaction(tx, { personId: personOf(actor)!, now }, { ...row, grounds, parts })
        const payload = { document: released, kind: file.kind, sha256: file.sha256, parts }
        return changed(
          { slug: input.slug, id: released },
          classificationEvent('classification.file-opened-in-part', subject, payload),
        )
      } catch (error) {
        await files.remove(file.key)
        throw error
      }
    },
  })
