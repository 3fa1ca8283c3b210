import { type Example, say } from './example.ts'
import type { Lang } from './language.ts'
import { Recorded } from './text.tsx'

export type FileLinkProps = {
  label: string
  file?: { href: string; title: string; lang: Lang }
  /** What is said in place of a file that was withdrawn or is closed to this reader. */
  closed: string
}

/** The file that something rests on. */
export function FileLink({ label, file, closed }: FileLinkProps) {
  if (!file) return <p class="mf-small">{closed}</p>
  return (
    <p class="mf-small">
      {label}:{' '}
      <a class="govuk-link" href={file.href}>
        <Recorded lang={file.lang}>{file.title}</Recorded>
      </a>
    </p>
  )
}

const closed = (lang: Lang) =>
  say(lang, 'Berkasnya ditarik atau tidak terbuka untuk Anda.', 'Its file was withdrawn or is not open to you.')

export const examples: Example[] = [
  {
    name: 'FileLink',
    render: (lang) => (
      <FileLink
        label={say(lang, 'Berkas', 'File')}
        file={{ href: '#berkas', title: 'Foto serah terima alat ukur', lang: 'id' }}
        closed={closed(lang)}
      />
    ),
  },
  {
    name: 'FileLink, closed',
    render: (lang) => <FileLink label={say(lang, 'Berkas', 'File')} closed={closed(lang)} />,
  },
]
