import { type Actor, coordinates, seatsIn } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { workingDaysBetween } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { RecordList } from '#ui/card.tsx'
import { formatNumber } from '#ui/language.ts'
import { mayControl, type StakesOf } from './conflict.ts'
import { interestPaths } from './paths.ts'
import { namesIn, readConflicts } from './read-conflicts.ts'
import { declarantsIn } from './store.ts'
import { words } from './words.ts'

type Open = { person: string; href: string; organisation: string; days: number }

/** On the desk of heads and coordination teams: conflicts of their people on which nobody has decided yet. */
export function controlDesk(stakes: StakesOf[]): DeskPart {
  return deskPart<Open[]>({
    order: 20,
    async load(tx, { actor, today }) {
      if (actor.kind !== 'person') return undefined
      const programmes = [...new Set(actor.seats.map((seat) => seat.programmeId))].filter((id) => decides(actor, id))
      const open = await Promise.all(programmes.map((id) => openIn(tx, id, actor, today, stakes)))
      return open.flat().length > 0 ? open.flat() : undefined
    },
    render(open, { lang }) {
      const say = words[lang].controls
      const items = open.map(({ person, href, organisation, days }) => {
        return { href, title: person, lang: 'id', lines: [say.deskLine(organisation, formatNumber(lang, days))] }
      })
      return (
        <section class="mf-section" aria-labelledby="h-konflik">
          <h2 class="govuk-heading-m" id="h-konflik">
            {say.desk}
          </h2>
          <RecordList items={items} />
        </section>
      )
    },
  })
}

function decides(actor: Actor, programmeId: string): boolean {
  return coordinates(actor, programmeId) || seatsIn(actor, programmeId).some((seat) => seat.role === 'head')
}

async function openIn(
  tx: ReadTx,
  programmeId: string,
  actor: Actor,
  today: string,
  stakes: StakesOf[],
): Promise<Open[]> {
  const programme = await programmeById(tx, programmeId)
  if (!programme) return []
  const people = await declarantsIn(tx, programmeId, today)
  const { conflicts } = await readConflicts(tx, programme, people, today, stakes)
  const mine = conflicts.filter((one) => {
    const parties = people.filter(({ id }) => id === one.person_id).map((seat) => seat.organisation_id)
    const facts = { programme_id: programme.id, programme_status: programme.status, person_id: one.person_id, parties }
    return one.control === undefined && mayControl(actor, { ...facts, conflicts: [one] }) === true
  })
  const [names, calendar] = await Promise.all([namesIn(tx, mine), readCalendar(tx)])
  return mine.map((one) => ({
    person: people.find(({ id }) => id === one.person_id)!.name,
    href: interestPaths.control(programme.slug, one.person_id),
    organisation: names.get(one.organisation_id)?.name ?? '–',
    days: workingDaysBetween(calendar, one.since, today),
  }))
}
