import { formatNumber, type Lang } from '#ui/language.ts'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Document } from '../document.ts'
import { documentPaths } from '../paths.ts'
import { words } from '../words.ts'

/** "1,2 MB", "830 kB". */
export function sizeWords(lang: Lang, size: number): string {
  if (size < 1_000) return `${formatNumber(lang, size)} ${words[lang].bytes}`
  if (size < 1_000_000) return `${formatNumber(lang, size / 1_000, 0)} kB`
  return `${formatNumber(lang, size / 1_000_000, 1)} MB`
}

export function DocumentTitle({ document }: { document: Document }) {
  return (
    <a class="govuk-link" href={documentPaths.one(document.id)}>
      <Recorded lang={document.lang}>{document.title}</Recorded>
    </a>
  )
}

/** What sets a document apart from its record: withdrawn, or closed to more people than most. */
export function DocumentTags({ view, document }: { view: View; document: Document }) {
  const say = words[view.lang]
  return (
    <>
      {document.withdrawn ? (
        <>
          {' '}
          <Tag sign="cross" tone="grey">
            {say.withdrawn}
          </Tag>
        </>
      ) : null}
      {document.class === 'public' ? null : (
        <>
          {' '}
          <Tag sign="lock" tone="grey">
            {say.classes[document.class]}
          </Tag>
        </>
      )}
    </>
  )
}

/** Documents as a short list: title, kind, size, from whom and when. */
export function DocumentItems({ view, documents }: { view: View; documents: Document[] }) {
  const say = words[view.lang]
  return (
    <ul class="mf-list">
      {documents.map((document) => (
        <li>
          <h3 class="mf-list__title">
            <DocumentTitle document={document} />
          </h3>
          <p class="mf-small mf-muted">
            {`${say.kinds[document.kind]}, ${sizeWords(view.lang, document.size)} · ${document.organisation} · `}
            <Time at={document.added_at.slice(0, 10)} />
            <DocumentTags view={view} document={document} />
          </p>
        </li>
      ))}
    </ul>
  )
}
