import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import { changed, lock, operation, refusedBecause } from '#kernel/operation.ts'
import { both, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { addArchive, recentArchive } from '../store/archives.ts'
import { words } from '../words-archives.ts'

const hourMs = 3_600_000

export function mayRequestArchive(actor: Actor): Verdict {
  return personOf(actor) !== null || reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
}

/** All datasets in one file; made by a job, one at a time of a programme or of the installation. */
export const requestArchive = operation({
  name: 'request-data-archive',
  summary: both('Meminta arsip semua himpunan data', 'Asks for an archive of all datasets'),
  input: z.strictObject({ programme: z.string().max(80).optional() }),
  async load(tx, input) {
    await lock(tx, '00000000-0000-0000-0000-00000000a3c4')
    if (!input.programme) return { programmeId: null, ownerId: null }
    const programme = await programmeBySlug(tx, input.programme)
    // Only what anyone may see goes into an archive, so only of a programme that anyone may see.
    return programme?.class === 'public' ? { programmeId: programme.id, ownerId: programme.owner_id } : undefined
  },
  policy: (actor) => mayRequestArchive(actor),
  async change(tx, { actor, subject, now }) {
    const recent = await recentArchive(tx, subject.programmeId, new Date(now.getTime() - hourMs))
    if (recent === 'waiting') return refusedBecause(reason('being-made', (lang) => words[lang].beingMade))
    if (recent === 'ready') return refusedBecause(reason('just-made', (lang) => words[lang].justMade))
    const id = await addArchive(tx, { actor, now }, subject.programmeId)
    return changed(
      { id },
      {
        name: 'data-archive.requested',
        programmeId: subject.programmeId,
        ownerId: subject.ownerId,
        class: 'public',
        subjectKind: 'data-archive',
        subjectId: id,
      },
    )
  },
})
