import { both } from '#kernel/reason.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { FactLink } from '#ui/facts.tsx'
import { formatNumber, formatPercent } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { type Milestone, MilestoneChart } from '#ui/milestones.tsx'
import { Progress } from '#ui/progress.tsx'
import type { View } from '#ui/view.ts'
import type { Tally } from './list-query.ts'
import { taskPaths } from './paths.ts'
import { tallyTasks } from './store/list-tasks.ts'
import { type MilestoneRow, type MilestoneTally, milestonesOf, tallyMilestones } from './store/timeline.ts'
import { type Target, targetWords } from './target.ts'
import { titleIn } from './task.ts'
import { dayOf } from './views.ts'
import { words } from './words.ts'
import { viewWordsEn, viewWordsId } from './words-views.ts'

/** So many milestones fit the programme's page; the rest stand in the list. */
const shown = 8

type SectionData = { tally: Tally; milestones: MilestoneRow[]; counts: MilestoneTally; day: string; past: boolean }

/** "Tonggak dan pergeserannya", and how far the tasks are, on the programme's own page. */
export const milestoneSection: ProgrammeSection = programmeSection<SectionData>({
  order: 30,
  id: 'h-tonggak',
  title: both(viewWordsId.section.title, viewWordsEn.section.title),
  async load(tx, programme, { today }) {
    const day = dayOf(programme, today)
    const tally = await tallyTasks(tx, programme.id, day)
    if (tally.total === 0) return undefined
    const counts = await tallyMilestones(tx, programme.id)
    const milestones = await milestonesOf(tx, programme.id, day, shown)
    return { tally, counts, milestones: inOrder(milestones), day, past: day !== today }
  },
  facts: ({ tally }, { lang }, { slug }) => {
    const say = words[lang].view.section
    const count = (value: number) => formatNumber(lang, value)
    const all = taskPaths.list(slug, { state: 'standing' })
    const done = taskPaths.list(slug, { state: 'done' })
    if (tally.told === 0)
      return [{ label: say.progress, value: <LinkedText text={say.untold(count(tally.total))} hrefs={[all]} /> }]
    const ratio = tally.done / tally.total
    const value = (
      <>
        <strong>
          <LinkedText
            text={say.done(count(tally.done), count(tally.total), formatPercent(lang, ratio, 0))}
            hrefs={[done, all, done]}
          />
        </strong>
        <Progress id="kemajuan-tugas" ratio={ratio} title={say.doneBar} />
        {tally.waiting > 0 ? (
          <FactLink href={taskPaths.list(slug, { state: 'waiting' })}>{say.waiting(count(tally.waiting))}</FactLink>
        ) : null}
      </>
    )
    return [{ label: say.progress, value }]
  },
  render: (data, view, { slug }) => ({
    intro: data.counts.total > 0 ? <Finding {...data} view={view} slug={slug} /> : undefined,
    more: { href: taskPaths.list(slug), label: words[view.lang].view.section.all },
    body:
      data.milestones.length > 0 ? (
        <MilestoneChart
          id="tonggak"
          items={data.milestones.map((row) => milestone(row, view, slug))}
          today={data.day}
          past={data.past}
          caption={words[view.lang].view.section.title}
          note={words[view.lang].view.section.note}
        />
      ) : null,
  }),
})

/** By the date that stands; those without one last. */
function inOrder(milestones: MilestoneRow[]): MilestoneRow[] {
  const key = (row: MilestoneRow) => row.done_on ?? row.due_on ?? row.baseline_due ?? '9999'
  return [...milestones].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function Finding({ counts, tally, view: { lang }, slug }: SectionData & { view: View; slug: string }) {
  const say = words[lang].view.section
  const count = (value: number) => formatNumber(lang, value)
  const milestones = (state: string) => taskPaths.list(slug, { kind: 'milestone', state })
  const hrefs = [milestones('slipped'), milestones('standing')]
  if (counts.moved === 0) return <LinkedText text={say.noneMoved(count(counts.total))} hrefs={hrefs.slice(1)} />
  const text =
    tally.told === 0
      ? say.movedUntold(count(counts.moved), count(counts.total))
      : say.moved(count(counts.unfinished), count(counts.total))
  return <LinkedText text={text} hrefs={hrefs} />
}

function milestone(row: MilestoneRow, { lang }: View, slug: string): Milestone {
  const title = titleIn(row, lang)
  const dated = row.baseline_due !== null && row.due_on !== null
  const target = (row.target ?? row.baseline_target) as Target | null
  return {
    title: row.code ? `${row.code} ${title.text}` : title.text,
    href: taskPaths.task(slug, row.id),
    lang: title.lang,
    owner: row.owner,
    first: dated ? row.baseline_due! : undefined,
    current: dated ? row.due_on! : undefined,
    done: row.done_on ?? undefined,
    when: target ? targetWords(target, lang).text : undefined,
  }
}
