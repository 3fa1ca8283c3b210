import type { Actor } from '#kernel/access.ts'
import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import { type AttachedData, loadAttached } from './loads.ts'
import { DocumentItems } from './pages/parts.tsx'
import { documentPaths } from './paths.ts'
import { words } from './words.ts'

type Shown = AttachedData & { actor: Actor }
const sectionId = 'h-berkas'

/** "Berkas" on the page of a record of any kind. */
export const documentSection: RecordSection = recordSection<Shown>({
  load: async (tx, record, { actor }) => shown(await loadAttached(tx, record, actor), actor),
  render: (data, view) => (
    <Section id={sectionId} title={words[view.lang].title}>
      <Files view={view} data={data} />
    </Section>
  ),
})

/** The same without a heading, where a record has its own for its documents and links. */
export const documentsWithin: RecordSection = recordSection<Shown>({
  load: async (tx, record, { actor }) => shown(await loadAttached(tx, record, actor), actor),
  render: (data, view) => <Files view={view} data={data} />,
})

/** "Berkas" on a programme's page, with the way to the files of all its records. */
export const programmeDocuments: ProgrammeSection = programmeSection<Shown>({
  order: 75,
  id: sectionId,
  title: (lang) => words[lang].title,
  load: async (tx, programme, { actor }) => {
    const data = await loadAttached(tx, programme.id, actor)
    return data && { ...data, actor }
  },
  render: (data, view, { slug }) => ({
    count: data.rows.length,
    more: { href: documentPaths.list(slug), label: words[view.lang].all },
    body: <Files view={view} data={data} />,
  }),
})

/** Left out where there is nothing to see and nothing that this reader could do. */
function shown(data: AttachedData | undefined, actor: Actor): Shown | undefined {
  if (!data || (data.rows.length === 0 && !sits(actor, data))) return undefined
  return { ...data, actor }
}

function sits(actor: Actor, { subject }: AttachedData): boolean {
  return actor.kind === 'person' && actor.seats.some((seat) => seat.programmeId === subject.programme_id)
}

function Files({ view, data }: { view: View; data: Shown }) {
  const say = words[view.lang]
  const { rows, subject, may, actor } = data
  return (
    <>
      {rows.length === 0 ? (
        <Empty title={say.none}>{say.noneRule}</Empty>
      ) : (
        <DocumentItems view={view} documents={rows} />
      )}
      {!sits(actor, data) ? null : may === true ? (
        <div class="mf-actions">
          <ButtonLink href={documentPaths.add(subject.slug, subject.id)} secondary small>
            {say.add}
          </ButtonLink>
        </div>
      ) : (
        <DisabledButton id="alasan-berkas" small reason={may.text(view.lang)}>
          {say.add}
        </DisabledButton>
      )}
    </>
  )
}
