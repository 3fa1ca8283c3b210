import { Empty } from '#ui/empty.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { formatDate, formatNumber, formatRupiah, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { ExternalLink, Num, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { OpenAct } from '../acts.ts'
import type { TaskPageData } from '../loads.ts'
import { taskPaths } from '../paths.ts'
import { type TaskRole, titleIn, wordsIn } from '../task.ts'
import { words } from '../words.ts'
import { ActButtons } from './act-buttons.tsx'
import { AdoptionSection } from './adoption.tsx'
import { HistorySection } from './history.tsx'
import { MovesSection } from './moves.tsx'
import { Agency, StateTag, TargetCell, TaskTitle, taskCrumbs } from './parts.tsx'

export type TaskPageProps = {
  view: View
  data: TaskPageData
  /** Working days waited so far, and how many the charter allows. */
  waiting?: { days: number; limit: number }
  /** Labels of the shared objectives that the task serves. */
  objectives: { label: string; href?: string }[]
  /** Left out for visitors. */
  acts?: OpenAct[]
  formKey: () => string
}

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

function factsOf({ view: { lang, today }, data, objectives }: TaskPageProps): Fact[] {
  const say = words[lang].page.task
  const { record, programme } = data
  const pick = (own: string | null, en: string | null) => (lang === 'en' && en ? en : own)
  const facts: (Fact | undefined)[] = [
    { label: say.accountable, value: <Bodies data={data} role="accountable" lang={lang} /> },
    { label: say.responsible, value: <Bodies data={data} role="responsible" lang={lang} /> },
    { label: say.due, value: <TargetCell task={record} today={programme.evaluate_at ?? today} /> },
    held(data, 'consulted')
      ? { label: say.consulted, value: <Bodies data={data} role="consulted" lang={lang} /> }
      : undefined,
    held(data, 'informed')
      ? { label: say.informed, value: <Bodies data={data} role="informed" lang={lang} /> }
      : undefined,
    record.start_on ? { label: say.start, value: <Time at={record.start_on} /> } : undefined,
    told(say.measure, record.measures, lang),
    told(say.reporting, record.reporting, lang),
    {
      label: say.objectives,
      value: objectives.length ? <Objectives of={objectives} /> : <span class="mf-muted">{say.noObjective}</span>,
    },
    record.service || record.place
      ? {
          label: say.place,
          value: [pick(record.service, record.service_en), pick(record.place, record.place_en)]
            .filter(Boolean)
            .join(' · '),
        }
      : undefined,
    record.target_group
      ? { label: say.group, value: <Recorded lang={record.lang}>{record.target_group}</Recorded> }
      : undefined,
    record.effort_amount
      ? {
          label: say.effort,
          value: (
            <Num>{`${formatNumber(lang, record.effort_amount, 1)} ${words[lang].effortUnit[record.effort_unit as 'hour']}`}</Num>
          ),
        }
      : undefined,
    record.budget !== null
      ? { label: say.budget, value: <Num>{moneyOf(lang, record.budget, record.currency)}</Num> }
      : undefined,
    record.parent_id
      ? {
          label: say.parent,
          value: (
            <a class="govuk-link" href={taskPaths.task(programme.slug, record.parent_id)}>
              <TaskTitle
                task={{ title: record.parent_title!, title_en: record.parent_title_en, lang: record.parent_lang! }}
              />
            </a>
          ),
        }
      : undefined,
  ]
  return facts.filter((fact): fact is Fact => fact !== undefined)
}

function held(data: TaskPageData, role: TaskRole): boolean {
  return data.roles.some((one) => one.role === role && one.ended_on === null)
}

function Bodies({ data, role, lang }: { data: TaskPageData; role: TaskRole; lang: Lang }) {
  const bodies = data.roles.filter((one) => one.role === role && one.ended_on === null)
  if (bodies.length === 0) return <span class="mf-muted">{words[lang].page.task.nobody}</span>
  return (
    <>
      {bodies.map((one, index) => (
        <>
          {index > 0 ? ', ' : null}
          <Agency of={data.names.get(one.organisation_id)} />
          {one.person ? ` (${one.person})` : null}
        </>
      ))}
    </>
  )
}

function Objectives({ of }: { of: { label: string; href?: string }[] }) {
  return (
    <>
      {of.map(({ label, href }, index) => (
        <>
          {index > 0 ? <br /> : null}
          {href ? (
            <a class="govuk-link" href={href}>
              {label}
            </a>
          ) : (
            label
          )}
        </>
      ))}
    </>
  )
}

type Told = { id?: string; en?: string }[]

function told(label: string, rows: unknown, lang: Lang): Fact | undefined {
  const parts = (rows as Told).map((row) => wordsIn(row, lang))
  if (parts.length === 0) return undefined
  const value = parts.map((part, index) => (
    <>
      {index > 0 ? '; ' : null}
      <Recorded lang={part.lang}>{part.text}</Recorded>
    </>
  ))
  return { label, value: <>{value}</> }
}

function moneyOf(lang: Lang, amount: number, currency: string): string {
  return currency === 'IDR' ? formatRupiah(lang, amount) : `${currency} ${formatNumber(lang, amount, 0)}`
}

function EvidenceSection({ view: { lang }, data }: TaskPageProps) {
  const say = words[lang].page.task
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
