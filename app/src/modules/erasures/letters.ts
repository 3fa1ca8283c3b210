import { type Database, type Tx, writeAs } from '#kernel/database.ts'
import type { Erasable } from '#kernel/erasable.ts'
import type { NumberedEvent } from '#kernel/event.ts'
import { queueLastLetter } from '#kernel/mail/last-letter.ts'
import { formatDateTime } from '#ui/language.ts'
import { type Erasure, eraser } from './erasure.ts'
import { erasurePaths } from './paths.ts'
import { words } from './words.ts'

export type LetterOptions = { jobs: Database; erasables: readonly Erasable[]; clock: () => Date; baseUrl: string }

/**
 * In a transaction of its own, before the keys are destroyed: should what follows fail, the address has not gone with
 * them. It is held until the erasure is done, and says so.
 */
export function takeAddress(of: Erasure, event: NumberedEvent, options: LetterOptions): Promise<void> {
  return writeAs(options.jobs, eraser, options.clock(), (tx) => write(tx, of, event, true, options))
}

export function tellRefusal(tx: Tx, of: Erasure, event: NumberedEvent, options: LetterOptions): Promise<void> {
  return write(tx, of, event, false, options)
}

async function write(tx: Tx, of: Erasure, event: NumberedEvent, held: boolean, options: LetterOptions): Promise<void> {
  const { jobs, erasables, clock, baseUrl } = options
  for (const { addressee } of erasables) {
    const found = await addressee?.(tx, of.subject, jobs.keys)
    if (!found) continue
    const { address, lang, capability } = found
    await queueLastLetter(tx, jobs.keys, clock(), {
      eventId: event.id,
      address,
      capability,
      subject: words[lang].letter.subject,
      body: bodyOf(of, lang, baseUrl),
      held,
    })
  }
}

/** Nothing of the person is in it, for it waits in the queue in clear. Whoever was erased with their account has no page. */
function bodyOf({ subject, asked_at, outcome, ground }: Erasure, lang: 'id' | 'en', baseUrl: string): string {
  const say = words[lang].letter
  const isPerson = subject.kind === 'person'
  const page = `${baseUrl}${isPerson ? erasurePaths.own() : erasurePaths.ofRequest('{token}')}`
  const parts = [say.greeting, say.asked(formatDateTime(lang, asked_at))]
  if (outcome === 'refuse') {
    parts.push(say.refused(words[lang].grounds[ground!]), page, say.objection)
  } else {
    parts.push(isPerson ? say.personErased : say.requesterErased)
    if (!isPerson) parts.push(page)
  }
  return `${[...parts, say.last, words[lang].law].join('\n\n')}\n`
}
