import type { Class } from '#kernel/access.ts'
import type { Lang } from '#kernel/reason.ts'

/** Codelist “method” of OCDS 1.1. */
export const methods = ['open', 'selective', 'limited', 'direct'] as const
export type Method = (typeof methods)[number]

export type Contract = {
  id: string
  programme_id: string
  /** The agency that pays: whose the budget line is. */
  owner_id: string
  class: Class
  lang: Lang
  line_id: string
  /** The party that asked for it. */
  requester_id: string
  supplier_id: string
  number: string
  title: string
  title_en: string | null
  method: Method
  bids: number
  /** As first signed; never changed. */
  value: number
  signed_on: string
  present_value: number
  annulled_on: string | null
  version: number
}
