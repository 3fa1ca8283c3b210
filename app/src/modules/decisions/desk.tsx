import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { formatDate } from '#ui/language.ts'
import { codeOf, questionIn } from './decision.ts'
import { type Act, decisionPaths } from './paths.ts'
import { closableVotes, type Named, unpublished, type Waiting, waitingBallots } from './store/list.ts'
import { words } from './words.ts'

const shown = 10
type Desk = { ballots: Waiting[]; closable: Named[]; outcomes: Named[] }

/** Votes that wait for this person's ballot; for the coordination team also those to close and outcomes to publish. */
export const decisionDesk: DeskPart = deskPart<Desk>({
  order: 10,
  async load(tx, { actor }) {
    if (actor.kind !== 'person' || actor.seats.length === 0) return undefined
    const [ballots, closable, outcomes] = await Promise.all([
      waitingBallots(tx, actor.personId, shown),
      closableVotes(tx, shown),
      unpublished(tx, shown),
    ])
    return ballots.length + closable.length + outcomes.length > 0 ? { ballots, closable, outcomes } : undefined
  },
  render({ ballots, closable, outcomes }, { lang }) {
    const say = words[lang].desk
    const item = (row: Named, act: Act, what: string) => {
      const { text, lang: written } = questionIn(row, lang)
      const href = decisionPaths.act(row.id, act)
      return { href, title: text, lang: written, lines: [what, `${row.programme} · ${codeOf(row)}`] }
    }
    const votes = ballots.map((row) => {
      const what = row.answered ? say.ballot : say.interest
      return item(row, row.answered ? 'ballot' : 'interest', `${what}, ${say.until} ${formatDate(lang, row.last_day)}`)
    })
    const rest = [
      ...closable.map((row) => item(row, 'closure', say.close)),
      ...outcomes.map((row) => item(row, 'publication', say.publish)),
    ]
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
