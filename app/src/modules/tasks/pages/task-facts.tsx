import type { Fact } from '#ui/facts.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber, formatRupiah, type Lang } from '#ui/language.ts'
import { Num, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { OpenAct } from '../acts.ts'
import type { LinkedDocument } from '../links.ts'
import type { TaskPageData } from '../loads.ts'
import { taskPaths } from '../paths.ts'
import { type TaskRole, wordsIn } from '../task.ts'
import { words } from '../words.ts'
import { Agency, TargetCell, TaskTitle } from './parts.tsx'

export type TaskPageProps = {
  view: View
  data: TaskPageData
  /** Working days waited so far, and how many the charter allows. */
  waiting?: { days: number; limit: number }
  /** Labels of the shared objectives that the task serves. */
  objectives: { label: string; href?: string }[]
  /** Files of the task, where one is evidence. */
  documents: LinkedDocument[]
  /** Left out for visitors. */
  acts?: OpenAct[]
  formKey: () => string
  /** What other modules put at the foot of the page. */
  more?: Child
}

/** What people come to the page for. */
export function factsOf({ view: { lang, today }, data, objectives }: TaskPageProps): Fact[] {
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
