import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { formatDate } from '#ui/language.ts'
import { escalationPaths } from './paths.ts'
import { type Waiting, waitingFor } from './store/read.ts'
import { words } from './words.ts'

const shown = 10

/** On the desk of a head: matters that wait for the own party's answer, the soonest first. */
export const escalationDesk: DeskPart = deskPart<Waiting[]>({
  order: 15,
  async load(tx, { actor }) {
    if (actor.kind !== 'person' || !actor.seats.some((seat) => seat.role === 'head')) return undefined
    const rows = await waitingFor(tx, actor.personId, shown)
    return rows.length > 0 ? rows : undefined
  },
  render(rows, { lang }) {
    const say = words[lang]
    const items = rows.map((row) => ({
      href: escalationPaths.answer(row.id),
      title: row.question,
      lang: row.lang,
      lines: [`${say.desk.until} ${formatDate(lang, row.needed_by)}`, `${row.programme} · ${row.owner}`],
    }))
    return (
      <section class="mf-section" aria-labelledby="h-dinaikkan">
        <h2 class="govuk-heading-m" id="h-dinaikkan">
          {say.desk.title}
        </h2>
        <RecordList items={items} />
      </section>
    )
  },
})
