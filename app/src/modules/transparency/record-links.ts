import type { Text } from '#kernel/reason.ts'

/** What other modules call their events. */
export type RecordLinks = { eventNames: Record<string, Text> }

export const noLinks: RecordLinks = { eventNames: {} }
