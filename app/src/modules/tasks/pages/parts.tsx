import { programmePaths } from '#modules/programmes/paths.ts'
import type { Party, ProgrammeHead } from '#modules/programmes/public.ts'
import { programmeName } from '#modules/programmes/public.ts'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import { daysBetween, formatDays, type Lang } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded, SlipDate, Time } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import { taskPaths } from '../paths.ts'
import { type Target, targetWords } from '../target.ts'
import { type TaskState, titleIn } from '../task.ts'
import { words } from '../words.ts'

const stateLook: Record<TaskState, { sign: SignName; tone: Tone }> = {
  open: { sign: 'open', tone: 'grey' },
  'in-progress': { sign: 'play', tone: 'blue' },
  waiting: { sign: 'pause', tone: 'orange' },
  blocked: { sign: 'warning', tone: 'red' },
  done: { sign: 'check', tone: 'green' },
  cancelled: { sign: 'cross', tone: 'grey' },
}

/** Where the source tells of no state at all (`since` null), that is said instead of "not started". */
export function StateTag({ state, since }: { state: string; since?: string | null }) {
  const say = words[useLang()]
  if (since === null) {
    return (
      <Tag sign="dashed" tone="grey">
        {say.view.untold}
      </Tag>
    )
  }
  return <Tag {...stateLook[state as TaskState]}>{say.state[state as TaskState]}</Tag>
}

type Named = { title: string; title_en: string | null; lang: string }

export function TaskTitle({ task }: { task: Named }) {
  const { text, lang } = titleIn(task, useLang())
  return <Recorded lang={lang}>{text}</Recorded>
}

type Body = { name: string; acronym?: string | null; lang?: string } | undefined

/** An organisation by its name in the language it carries it. */
export function Agency({ of, short }: { of: Body; short?: boolean }) {
  if (!of) return <>{words[useLang()].page.task.nobody}</>
  return <Recorded lang={of.lang}>{short ? (of.acronym ?? of.name) : of.name}</Recorded>
}

type Dated = {
  lang: string
  baseline_due: string | null
  baseline_target: unknown
  due_on: string | null
  target: unknown
  done_on: string | null
  state: string
  state_since: string | null
}

/** The first target and the one that holds now: two dates and the slip, or the words of what is no date. */
export function TargetCell({ task, today }: { task: Dated; today: string }) {
  const lang = useLang()
  const say = words[lang].page.task
  if (isOverdue(task, today)) return <Overdue task={task} today={today} />
  // Where the source tells no states, an unmoved date says nothing about being on plan.
  if (task.state_since === null && task.due_on && task.due_on === task.baseline_due) return <Time at={task.due_on} />
  if (task.baseline_due && task.due_on) {
    return <SlipDate first={task.baseline_due} current={task.due_on} done={task.done_on ?? undefined} />
  }
  const moved =
    JSON.stringify(task.baseline_target) !== JSON.stringify(task.target) || task.baseline_due !== task.due_on
  return (
    <>
      <TargetText due={task.due_on} target={task.target} lang={task.lang} />
      {moved && (task.baseline_due || task.baseline_target) ? (
        <span class="mf-slip">
          {say.firstWas('')}
          <TargetText due={task.baseline_due} target={task.baseline_target} lang={task.lang} />
        </span>
      ) : null}
    </>
  )
}

/** Past its target and not done, as far as the source tells. */
function isOverdue(task: Dated, today: string): boolean {
  const standing = task.state_since !== null && task.state !== 'done' && task.state !== 'cancelled'
  return standing && task.due_on !== null && task.due_on < today
}

function Overdue({ task, today }: { task: Dated; today: string }) {
  const lang = useLang()
  const say = words[lang].page.task
  const first = task.baseline_due
  return (
    <>
      {first && first !== task.due_on ? (
        <>
          <s>
            <span class="govuk-visually-hidden">{say.first} </span>
            <Time at={first} />
          </s>{' '}
        </>
      ) : null}
      <Time at={task.due_on!} />
      <b class="mf-slip mf-slip--late">{say.overdue(formatDays(lang, daysBetween(task.due_on!, today)))}</b>
    </>
  )
}

/** One target: a date, or the words of what is no date. */
export function TargetText({ due, target, lang }: { due: string | null; target: unknown; lang: string }) {
  const reader = useLang()
  if (target && (target as Target).kind !== 'date') {
    const told = targetWords(target as Target, reader)
    if ((target as Target).kind === 'month') return <Time at={told.text} />
    return <Recorded lang={told.lang ?? lang}>{told.text}</Recorded>
  }
  return due ? <Time at={due} /> : words[reader].page.task.nobody
}

export function crumbs(lang: Lang, programme: ProgrammeHead, ...more: Crumb[]): Crumb[] {
  return [
    { href: programmePaths.list(), label: words[lang].page.programmes },
    { href: programmePaths.programme(programme.slug), label: programmeName(programme, lang) },
    ...more,
  ]
}

export function taskCrumbs(lang: Lang, programme: ProgrammeHead, ...more: Crumb[]): Crumb[] {
  return crumbs(lang, programme, { href: taskPaths.list(programme.slug), label: words[lang].page.tasks }, ...more)
}

export function partyOptions(parties: Party[]) {
  return parties.map((party) => ({ value: party.organisationId, label: party.name }))
}
