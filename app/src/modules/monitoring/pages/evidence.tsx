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
  const parts = sentence.split(/\[([^\]]+)\]/)
  if (!rows) return <>{parts.join('')}</>
  if (parts.length === 1) {
    return (
      <>
        {sentence}{' '}
        <a class="govuk-link" href={rows.all}>
          {see}
        </a>
      </>
    )
  }
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a class="govuk-link" href={index === 1 ? rows.all : rows.counted}>
            {part}
          </a>
        ),
      )}
    </>
  )
}
