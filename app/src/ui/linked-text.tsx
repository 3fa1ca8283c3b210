import { type Example, say } from './example.ts'

/**
 * A sentence whose figures open the records they came from: parts in square brackets become links, to `hrefs` in order
 * (the last one serves what is left). Without addresses the sentence is plain.
 */
export function LinkedText({ text, hrefs }: { text: string; hrefs: string[] }) {
  const parts = text.split(/\[([^\]]+)\]/)
  if (hrefs.length === 0) return <>{parts.join('')}</>
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a class="govuk-link" href={hrefs[(index - 1) / 2] ?? hrefs.at(-1)!}>
            {part}
          </a>
        ),
      )}
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'LinkedText',
    render: (lang) => (
      <p class="govuk-body">
        <LinkedText
          text={say(lang, '[15] dari [57 tugas] selesai.', '[15] of [57 tasks] done.')}
          hrefs={['?state=done', '?state=standing']}
        />
      </p>
    ),
  },
]
