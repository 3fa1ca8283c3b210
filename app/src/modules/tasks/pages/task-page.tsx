import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { FileLink } from '#ui/file-link.tsx'
import { Page } from '#ui/frame.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { ExternalLink, Recorded, Time } from '#ui/text.tsx'
import { taskPaths } from '../paths.ts'
import { titleIn } from '../task.ts'
import { words } from '../words.ts'
import { ActButtons } from './act-buttons.tsx'
import { AdoptionSection } from './adoption.tsx'
import { HistorySection } from './history.tsx'
import { MovesSection } from './moves.tsx'
import { Agency, StateTag, TaskTitle, taskCrumbs } from './parts.tsx'
import { factsOf, type TaskPageProps } from './task-facts.tsx'

export function TaskPage(props: TaskPageProps) {
  const { view, data } = props
  const { programme, record, task } = data
  const { lang } = view
  const title = titleIn(record, lang)
  return (
    <Page
      view={view}
      title={title.text}
      breadcrumbs={taskCrumbs(lang, programme)}
      example={programme.example ?? undefined}
    >
      <div class="mf-prog__tags">
        <StateTag state={record.state} since={record.state_since} />
        {task.verified ? (
          <Tag sign="double" tone="green">
            {words[lang].page.task.verifiedTag}
          </Tag>
        ) : null}
      </div>
      <Recorded as="h1" class="govuk-heading-xl" lang={title.lang}>
        {title.text}
      </Recorded>
      <Standing {...props} />
      <Facts items={factsOf(props)} />
      {props.acts ? (
        <Section id="h-tindakan" title={words[lang].page.task.acts}>
          <ActButtons
            slug={programme.slug}
            task={{ id: record.id, title: title.text, version: record.version }}
            acts={props.acts}
            formKey={props.formKey}
          />
        </Section>
      ) : null}
      <EvidenceSection {...props} />
      <MovesSection lang={lang} data={data} />
      <AdoptionSection lang={lang} data={data} />
      <PartsSection {...props} />
      {props.more}
      <HistorySection lang={lang} data={data} />
    </Page>
  )
}

/** The one sentence about why it does not move, where it does not. */
function Standing({ view: { lang }, data, waiting }: TaskPageProps) {
  const say = words[lang].page.task
  const { record, task, names, verifications } = data
  const name = (id: string | null) => (id ? (names.get(id)?.name ?? '') : '')
  const sentences: string[] = []
  if (record.state === 'waiting' && record.waiting_on && record.state_since && waiting) {
    const days = formatNumber(lang, waiting.days)
    sentences.push(say.waitingSince(name(record.waiting_on), days, formatDate(lang, record.state_since)))
    sentences.push(say.waitingLimit(formatNumber(lang, waiting.limit)))
  }
  if (task.offer) sentences.push(say.offered(name(task.offer.from_id), name(task.offer.to_id)))
  const last = verifications.at(-1)
  if (record.state === 'done') {
    sentences.push(task.verified && last ? say.verified(name(last.organisation_id)) : say.notVerified)
  }
  if (sentences.length === 0) return null
  return <p class="govuk-body-l">{sentences.join(' ')}</p>
}

function EvidenceSection({ view: { lang }, data, documents }: TaskPageProps) {
  const say = words[lang].page.task
  const files = new Map(documents.map((one) => [one.id, one]))
  return (
    <Section id="h-bukti" title={say.evidence}>
      {data.evidence.length === 0 ? (
        <Empty title={say.noEvidence}>{say.noEvidenceRule}</Empty>
      ) : (
        <ul class="mf-list">
          {data.evidence.map((one) => (
            <li>
              <Recorded as="h3" class="mf-list__title" lang={lang === 'en' && one.what_en ? 'en' : one.lang}>
                {lang === 'en' && one.what_en ? one.what_en : one.what}
              </Recorded>
              <p class="mf-small mf-muted">
                {one.organisation_id ? <Agency of={data.names.get(one.organisation_id)} /> : say.imported}
                {one.given_on ? (
                  <>
                    {' · '}
                    <Time at={one.given_on} />
                  </>
                ) : null}
              </p>
              {one.body ? (
                <Recorded as="p" lang={one.lang}>
                  {one.body}
                </Recorded>
              ) : null}
              {one.document_id ? (
                <FileLink label={say.file} file={files.get(one.document_id)} closed={say.fileClosed} />
              ) : null}
              {one.url ? (
                <p class="mf-small mf-url">
                  <ExternalLink href={one.url} />
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function PartsSection({ view: { lang }, data }: TaskPageProps) {
  if (data.subtasks.length === 0) return null
  const { slug } = data.programme
  return (
    <Section id="h-bagian" title={words[lang].page.task.parts}>
      <ul class="mf-list">
        {data.subtasks.map((part) => (
          <li>
            <h3 class="mf-list__title">
              <a class="govuk-link" href={taskPaths.task(slug, part.id)}>
                <TaskTitle task={part} />
              </a>
            </h3>
            <p class="mf-small mf-muted">
              <StateTag state={part.state} since={part.state_since} /> <Agency of={data.names.get(part.owner_id)} />
              {part.due_on ? (
                <>
                  {' · '}
                  <Time at={part.due_on} />
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
