import type { Text } from '#kernel/reason.ts'
import { withheldIn } from '#kernel/withheld.ts'
import { namedEvent } from './event-names.ts'
import { commitmentsSection, historySection, teamSection } from './pages/section-bodies.tsx'
import { readRoles } from './read-roles.ts'
import { type ProgrammeExtensions, type ProgrammeSection, programmeSection } from './standing.ts'
import { openCommitments, tallyCommitments } from './store/commitments.ts'
import { programmeEvents } from './store/history.ts'
import { allSeats, currentSeats } from './store/seats.ts'
import { words } from './words.ts'

const titled =
  (pick: (say: (typeof words)['id']) => string): Text =>
  (lang) =>
    pick(words[lang])

/** What this module itself adds below the head of a programme's page. */
export function ownSections(extensions: ProgrammeExtensions): ProgrammeSection[] {
  return [commitmentsPart, teamPart, historyPart(extensions)]
}

const shownCommitments = 5

const commitmentsPart = programmeSection({
  order: 50,
  id: 'h-janji',
  title: titled((say) => say.commitments.title),
  async load(tx, { id }, { today }) {
    const rows = await openCommitments(tx, id, shownCommitments)
    const tally = await tallyCommitments(tx, id, today)
    return { rows, tally, withheld: await withheldIn(tx, 'commitments', id) }
  },
  render: (data, view, { slug }) => commitmentsSection(data, view, slug),
})

const teamPart = programmeSection({
  order: 60,
  id: 'h-tim',
  title: titled((say) => say.page.team),
  async load(tx, { id }, { today }) {
    const seats = currentSeats(await allSeats(tx, id), today)
    const team = seats.filter((seat) => seat.role === 'coordinator' || seat.role === 'deputy')
    return { team, roles: await readRoles(tx, id, today) }
  },
  render: (data, view, { slug }) => teamSection(data, view, slug),
})

const historyPart = (extensions: ProgrammeExtensions) =>
  programmeSection({
    order: 90,
    id: 'h-riwayat',
    title: titled((say) => say.page.history),
    async load(tx, { id, slug }, { lang }) {
      const rows = await programmeEvents(tx, id, { offset: 0, limit: 6 })
      return rows.map((row) => namedEvent(lang, row, slug, extensions))
    },
    render: (data, view, { slug }) => historySection(data, view, slug),
  })
