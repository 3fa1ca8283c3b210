import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Commitment } from './commitment.ts'

/** A file of a commitment or of its programme, with what decides who may read it. */
export type ReportFile = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  title: string
  lang: Lang
  href: string
}

/** Files that a report may name, as far as the reader sees them and none was withdrawn; a higher module knows them. */
export type ReportFiles = (tx: ReadTx, commitment: Pick<Commitment, 'id' | 'programme_id'>) => Promise<ReportFile[]>
