import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { formatDate } from '#ui/language.ts'
import { codeOf, questionIn } from './decision.ts'
import { decisionPaths } from './paths.ts'
import { unpublished, type Waiting, waitingBallots } from './store/list.ts'
import { words } from './words.ts'

const shown = 10
type Unpublished = Awaited<ReturnType<typeof unpublished>>[number]

/** Votes that wait for this person's ballot, and outcomes that wait to be published. */
export const decisionDesk: DeskPart = deskPart<{ ballots: Waiting[]; outcomes: Unpublished[] }>({
  order: 10,
  async load(tx, { actor }) {
    if (actor.kind !== 'person' || actor.seats.length === 0) return undefined
    const [ballots, outcomes] = await Promise.all([waitingBallots(tx, actor.personId, shown), unpublished(tx, shown)])
    return ballots.length + outcomes.length > 0 ? { ballots, outcomes } : undefined
  },
  render({ ballots, outcomes }, { lang }) {
    const say = words[lang].desk
    const title = (row: Waiting | Unpublished) => {
      const { text, lang: written } = questionIn(row, lang)
      return { title: text, lang: written }
    }
    const votes = ballots.map((row) => ({
      href: decisionPaths.act(row.id, row.answered ? 'ballot' : 'interest'),
      ...title(row),
      lines: [
        `${row.answered ? say.ballot : say.interest}, ${say.until} ${formatDate(lang, row.last_day)}`,
        `${row.programme} · ${codeOf(row)}`,
      ],
    }))
    const rest = outcomes.map((row) => ({
      href: decisionPaths.act(row.id, 'publication'),
      ...title(row),
      lines: [say.publish, `${row.programme} · ${codeOf(row)}`],
    }))
    return (
      <section class="mf-section" aria-labelledby="h-putusan">
        <h2 class="govuk-heading-m" id="h-putusan">
          {say.title}
        </h2>
        <RecordList items={[...votes, ...rest]} />
      </section>
    )
  },
})
