import { LinkedText } from '#ui/linked-text.tsx'
import { useLang } from '#ui/view.ts'
import { words } from '../words/pages.ts'

export type EvidenceProps = {
  sentence: string
  /** The rows behind it: all of them, or only the counted ones. Left out: there are none to open. */
  rows?: { all: string; counted: string }
}

/**
 * One sentence of evidence. Parts in square brackets lead to the records: the first to all that were looked at, the
 * next to those that are counted. A sentence without brackets gets its link at the end.
 */
export function Evidence({ sentence, rows }: EvidenceProps) {
  const see = words[useLang()].rows.see
  if (!rows) return <LinkedText text={sentence} hrefs={[]} />
  if (!sentence.includes('[')) {
    return (
      <>
        {sentence}{' '}
        <a class="govuk-link" href={rows.all}>
          {see}
        </a>
      </>
    )
  }
  return <LinkedText text={sentence} hrefs={[rows.all, rows.counted]} />
}
