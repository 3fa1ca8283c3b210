import type { Actor } from '#kernel/access.ts'
import type { LaidPart } from '#kernel/web/desk.ts'
import { programmeName } from '#modules/programmes/public.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Tabs } from '#ui/jump.tsx'
import { formatNumber, type Lang, relativeDay } from '#ui/language.ts'
import { Pagination } from '#ui/pagination.tsx'
import { TaskRow, TaskRows } from '#ui/task-row.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { actsOn, type OpenAct } from '../acts.ts'
import type { WorkData, WorkItem } from '../loads-work.ts'
import { type Act, taskPaths } from '../paths.ts'
import { actsIn, leads, type Task, titleIn } from '../task.ts'
import { words } from '../words.ts'
import { type WorkTab, workPageSize, workTabs } from '../work.ts'
import { ActButton } from './act-buttons.tsx'
import { Agency, StateTag, TargetText, TaskTitle } from './parts.tsx'

export type WorkProps = { view: View; data: WorkData & { desk: LaidPart[] }; actor: Actor; formKey: () => string }

export function WorkPage(props: WorkProps) {
  const { view, data } = props
  const { lang } = view
  const say = words[lang].work
  const tabs = workTabs.map((tab) => ({ href: taskPaths.work(tab), label: say.tab[tab], count: data.counts[tab] }))
  return (
    <Page view={view} title={say.title} example={data.example ?? undefined}>
      {view.person ? (
        <p class="mf-eyebrow mf-eyebrow--who">
          {[view.person.name, view.person.organisation].filter(Boolean).join(', ')}
        </p>
      ) : null}
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{leadOf(lang, data)}</p>
      <Tabs label={say.tabs} items={tabs} current={taskPaths.work(data.tab)} />
      {data.items.length === 0 ? (
        <Empty title={say.none[data.tab]}>{say.noneRule[data.tab]}</Empty>
      ) : (
        <TaskRows>
          {data.items.map((item) => (
            <Row {...props} item={item} tab={data.tab} />
          ))}
        </TaskRows>
      )}
      <Pagination
        page={data.page}
        size={workPageSize}
        total={data.counts[data.tab]}
        href={(page) => taskPaths.work(data.tab, page)}
      />
      {data.tab === 'handed' ? null : <Handed {...props} />}
      {data.desk.map(({ part, data: laid }) => part.render(laid, view))}
    </Page>
  )
}

function leadOf(lang: Lang, { counts, beyond }: WorkData): string {
  const say = words[lang].work
  const waiting = say.lead(formatNumber(lang, counts.others), counts.others)
  return beyond > 0 ? `${waiting} ${say.beyond(formatNumber(lang, beyond))}` : waiting
}

type RowProps = WorkProps & { item: WorkItem; tab: WorkTab }

function Row(props: RowProps) {
  const { view, data, item, tab } = props
  const { row, programme, waiting } = item
  const title = titleIn(row, view.lang)
  const say = words[view.lang].work
  return (
    <TaskRow
      id={`t-${row.id}`}
      href={taskPaths.task(programme.slug, row.id)}
      title={title.text}
      lang={title.lang}
      meta={<Meta {...props} />}
      holder={
        row.state === 'waiting' && row.waiting_on ? (
          <span>
            {tab === 'mine' ? say.waitsForYou : say.inHands}{' '}
            <b>
              <Agency of={data.names.get(tab === 'mine' ? row.owner_id : row.waiting_on)} />
            </b>
          </span>
        ) : (
          <StateTag state={row.state} />
        )
      }
      wait={waiting}
      acts={<Acts {...props} />}
    />
  )
}

function Meta({ view, data, item }: RowProps) {
  const { row, programme, offer } = item
  const say = words[view.lang].work
  return (
    <>
      {programmeName(programme, view.lang)}
      {offer ? (
        <>
          {' · '}
          {say.from} <Agency of={data.names.get(offer.from_id)} />
        </>
      ) : null}
      {row.due_on || row.target ? (
        <>
          {' · '}
          {row.due_on ? `${say.due} ` : null}
          <TargetText due={row.due_on} target={row.target} lang={row.lang} />
        </>
      ) : null}
    </>
  )
}

/** At most two buttons a row: the one that moves the task on, and the next best. */
function Acts({ view, item, tab, actor, formKey }: RowProps): Child {
  const { task, row, programme } = item
  const wanted = wantedActs(task, tab)
  const found = actsOn(actor, task, view.today)
  const acts = wanted.flatMap((act) => found.find((one) => one.act === act) ?? [])
  const about = { id: row.id, title: titleIn(row, view.lang).text, version: task.version }
  // The first that is open is the primary; a refused one keeps its place with its reason.
  const primary = acts.find((one) => one.verdict === true)?.act
  const label = (act: Act) =>
    act === 'resume' && !doesIt(actor, item) ? words[view.lang].act.delivered.button : undefined
  return (
    <>
      {primaryFirst(acts.slice(0, 2)).map((act) => (
        <ActButton
          slug={programme.slug}
          task={about}
          act={act}
          formKey={formKey()}
          secondary={act.act !== primary}
          small
          label={label(act.act)}
          back="work"
        />
      ))}
    </>
  )
}

function primaryFirst(acts: OpenAct[]): OpenAct[] {
  return acts.toSorted((a, b) => Number(b.verdict === true) - Number(a.verdict === true))
}

function wantedActs({ state, evidence }: Task, tab: WorkTab): Act[] {
  if (tab === 'handed') return ['accept', 'decline']
  if (tab === 'done') return []
  if (state === 'waiting') return tab === 'others' ? ['remind', 'resume'] : ['resume']
  if (state === 'blocked') return ['resume', 'move']
  if (state === 'open') return ['start', 'move']
  return evidence.some((one) => one.current) ? ['close', 'evidence'] : ['evidence', 'wait']
}

function doesIt(actor: Actor, { task }: WorkItem): boolean {
  return leads(actor, task) || actsIn(actor, task, 'responsible')
}

/** What other agencies offer, on every tab, so that it is not overlooked. */
function Handed({ view, data }: WorkProps) {
  const say = words[view.lang].work
  if (data.offers.length === 0) return null
  return (
    <section class="mf-section" aria-labelledby="h-serah">
      <h2 class="govuk-heading-m" id="h-serah">
        {say.handed}
      </h2>
      <ul class="mf-list">
        {data.offers.map(({ row, programme, offer }) => (
          <li>
            <h3 class="mf-list__title">
              <a class="govuk-link" href={taskPaths.task(programme.slug, row.id)}>
                <TaskTitle task={row} />
              </a>
            </h3>
            {offer ? (
              <p class="mf-small mf-muted">
                {say.from} <Agency of={data.names.get(offer.from_id)} />,{' '}
                {relativeDay(view.lang, offer.offered_on, view.today)} (
                <Time at={offer.offered_on} />)
                {row.due_on ? (
                  <>
                    {' · '}
                    {say.due} <Time at={row.due_on} />
                  </>
                ) : null}
              </p>
            ) : null}
            {offer?.why ? (
              <Recorded as="p" class="mf-small" lang={offer.lang}>
                {offer.why}
              </Recorded>
            ) : null}
          </li>
        ))}
      </ul>
      <p class="mf-section__more">
        <a class="govuk-link mf-more" href={taskPaths.work('handed')}>
          {say.answerThem}
        </a>
      </p>
    </section>
  )
}
