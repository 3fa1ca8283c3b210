import type { SubjectReader } from '#kernel/subject-reader.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { type ListItem, RecordList } from '#ui/card.tsx'
import { formatDate } from '#ui/language.ts'
import { type Choice, named, placesOf } from './loads.ts'
import { classificationPaths as paths } from './paths.ts'
import { type ClassificationRow, waitingDecisions, withoutGround } from './store/read.ts'
import { words } from './words.ts'

const shown = 10
const soonDays = 14
type Desk = { groundless: (Choice & { slug: string })[]; waiting: ClassificationRow[] }

/** For heads and the information officer: what is closed without a ground, what is to be reviewed, what waits for a second person. */
export const classificationDesk = (readers: SubjectReader[]): DeskPart =>
  deskPart<Desk>({
    order: 30,
    async load(tx, { actor, today }) {
      const places = placesOf(actor)
      if (places !== 'everywhere' && places.length === 0) return undefined
      const soon = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10)
      const [groundless, waiting] = await Promise.all([withoutGround(tx, places), waitingDecisions(tx, places, soon)])
      if (groundless.length + waiting.length === 0) return undefined
      const slugs = new Map(groundless.map((one) => [one.id, one.slug]))
      const choices = await named(tx, groundless.slice(0, shown), readers)
      return {
        groundless: choices.map((one) => ({ ...one, slug: slugs.get(one.record)! })),
        waiting: waiting.slice(0, shown),
      }
    },
    render({ groundless, waiting }, { lang }) {
      const say = words[lang].desk
      const items: ListItem[] = [
        ...groundless.map((one) => ({
          href: paths.new(one.slug, one.record),
          title: one.head?.title ?? words[lang].untitled,
          lang: one.head?.lang,
          lines: [say.groundlessItem(one.kindName(lang), words[lang].classes[one.present].toLowerCase()), say.give],
        })),
        ...waiting.map((one) => ({
          href: paths.one(one.slug, one.id),
          title: one.label,
          lang: one.lang,
          lines: [one.in_force ? `${say.review}: ${formatDate(lang, one.next_review_on)}` : say.second],
        })),
      ]
      return (
        <section class="mf-section" aria-labelledby="h-pengecualian">
          <h2 class="govuk-heading-m" id="h-pengecualian">
            {say.title}
          </h2>
          <RecordList items={items} />
        </section>
      )
    },
  })
