import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Commitment, CommitmentRecord } from './commitment.ts'

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

/** `closed`: the file was withdrawn, or this reader may not read it; then not even its id is told. */
export type ShownReport = Omit<CommitmentRecord['reports'][number], 'document_id'> & {
  file: ReportFile | 'closed' | null
}

export async function withFiles(
  tx: ReadTx,
  filesOf: ReportFiles,
  commitment: Pick<Commitment, 'id' | 'programme_id'>,
  reports: CommitmentRecord['reports'],
): Promise<ShownReport[]> {
  const named = reports.some((one) => one.document_id)
  const files = named ? await filesOf(tx, commitment) : []
  return reports.map(({ document_id, ...report }) => ({
    ...report,
    file: document_id === null ? null : (files.find(({ id }) => id === document_id) ?? 'closed'),
  }))
}
