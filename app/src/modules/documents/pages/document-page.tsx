import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { OneData } from '../loads.ts'
import { documentPaths } from '../paths.ts'
import { words } from '../words.ts'
import { PlaceLink } from './list-page.tsx'
import { sizeWords } from './parts.tsx'

/** One document: what it is, where it belongs, who gave it, and the file to take along. */
export function DocumentPage({ view, data }: { view: View; data: OneData }) {
  const say = words[view.lang]
  const { programme, document, rights } = data
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={document.title}
      crumbs={[{ href: documentPaths.list(programme.slug), label: say.list }]}
    >
      {document.withdrawn ? <Notice kind="attention" text={say.withdrawnBecause(document.withdrawn.reason)} /> : null}
      <div class="mf-actions govuk-section-break--m">
        {rights.fetch === true ? (
          <ButtonLink href={documentPaths.file(document.id)}>
            {`${say.download} (${say.kinds[document.kind]}, ${sizeWords(view.lang, document.size)})`}
          </ButtonLink>
        ) : (
          <DisabledButton id="alasan-unduh" reason={rights.fetch.text(view.lang)}>
            {say.download}
          </DisabledButton>
        )}
        {rights.withdraw === true ? (
          <ButtonLink href={documentPaths.withdrawal(document.id)} secondary>
            {say.withdraw}
          </ButtonLink>
        ) : null}
      </div>
      <Facts items={factsOf(view, data)} columns={2} />
    </BelowProgramme>
  )
}

function factsOf(view: View, { document }: OneData): Fact[] {
  const say = words[view.lang]
  const { facts } = say
  const { place, withdrawn } = document
  const redrawn = document.sha256 !== document.received_sha256
  return [
    ...(place ? [{ label: say.about, value: <PlaceLink view={view} place={place} /> }] : []),
    {
      label: facts.addedBy,
      value: <Act at={document.added_at} who={[document.added_by, document.organisation]} />,
    },
    { label: facts.name, value: <span class="mf-url">{document.file_name}</span> },
    { label: facts.size, value: `${say.kinds[document.kind]}, ${sizeWords(view.lang, document.size)}` },
    { label: facts.class, value: say.classes[document.class] },
    ...(withdrawn ? [{ label: facts.withdrawnOn, value: <Act at={withdrawn.at} who={[withdrawn.by]} /> }] : []),
    { label: facts.sha256, value: <code class="mf-url">{document.sha256}</code> },
    ...(redrawn
      ? [
          {
            label: facts.received,
            value: (
              <>
                <code class="mf-url">{document.received_sha256}</code>
                <span class="mf-small mf-muted mf-after">{facts.receivedHint}</span>
              </>
            ),
          },
        ]
      : []),
  ]
}

/** When, to the minute for members; and who, where this reader is told. */
function Act({ at, who }: { at: string; who: (string | null)[] }) {
  return (
    <>
      <Time at={at} clock={at.length > 10} />
      {who
        .filter((one) => one !== null)
        .map((one) => `, ${one}`)
        .join('')}
    </>
  )
}
