import { type Example, say } from './example.ts'
import { InfoSign, Sign } from './signs.tsx'
import { type PageNotice, useWords } from './view.ts'

const tone = { done: 'mf-notice mf-notice--done', attention: 'mf-notice mf-notice--attention', note: 'mf-notice' }

/** Says once what just happened, or what to know before reading on. */
export function Notice({ kind, text, link }: PageNotice) {
  const { frame } = useWords()
  return (
    <div class={tone[kind]} role={kind === 'note' ? undefined : 'status'}>
      {kind === 'note' ? <InfoSign /> : <Sign name={kind === 'done' ? 'check' : 'warning'} />}
      <p>
        <span class="govuk-visually-hidden">{frame[kind]}: </span>
        {text}
        {link ? (
          <>
            {' '}
            <a class="govuk-link" href={link.href}>
              {link.label}
            </a>
          </>
        ) : null}
      </p>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Notice: done',
    render: (lang) => (
      <Notice
        kind="done"
        text={say(lang, 'Tugas diserahkan kepada Dinas PUPR.', 'The task was handed over to the Public Works Office.')}
        link={{ href: '#tugas', label: say(lang, 'Lihat tugas', 'See the task') }}
      />
    ),
  },
  {
    name: 'Notice: attention',
    render: (lang) => (
      <Notice
        kind="attention"
        text={say(lang, 'Piagam belum ditandatangani dua pihak.', 'Two parties have not signed the charter yet.')}
      />
    ),
  },
  {
    name: 'Notice: note',
    render: (lang) => (
      <Notice
        kind="note"
        text={say(
          lang,
          'Anda membaca versi lama dari 14 Januari 2026.',
          'You are reading the version of 14 January 2026.',
        )}
      />
    ),
  },
]
