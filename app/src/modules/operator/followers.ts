import type { Follower } from '#kernel/followers.ts'

/** Carries out what an operator asked for; `retry` is false when the letter has been settled meanwhile. */
export function deadLetterRetries(retry: (follower: string, number: number) => Promise<boolean>): Follower {
  return {
    name: 'dead-letter-retries',
    classes: ['members'],
    wants: ['dead-letter.retried'],
    async follow(_tx, event) {
      await retry(String(event.payload.follower), Number(event.payload.number))
    },
  }
}
