import { refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import type { ReportFiles } from '../report-files.ts'
import { words } from '../words.ts'
import { reportCommitment } from './report-commitment.ts'

/** The same operation, refusing files that are none of the commitment; who knows them is passed in. */
export function checkingReportFiles(filesOf: ReportFiles): typeof reportCommitment {
  return {
    ...reportCommitment,
    async change(tx, context) {
      const { document } = context.input
      if (document && !(await filesOf(tx, context.subject)).some(({ id }) => id === document))
        return refused(problem('document', 'no-such-file', (lang) => words[lang].commitments.reportForm.noSuchDocument))
      return reportCommitment.change(tx, context)
    },
  }
}
