import { z } from 'zod'

/** What is asked of every new wording. */
export const wording = {
  body: z.string().trim().min(1).max(5000),
  mention: z.array(z.uuid()).max(20).optional(),
}
export const language = { lang: z.enum(['id', 'en']).default('id') }
export const oneComment = { slug: z.string(), id: z.uuid() }
export const withReason = { ...oneComment, reason: z.string().trim().min(1).max(1000) }
