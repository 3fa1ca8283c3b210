import type { Verdict } from '#kernel/reason.ts'
import type { Withheld } from '#kernel/withheld.ts'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import type { View } from '#ui/view.ts'
import { type CommitmentRow, type CommitmentSort, type CommitmentTally, outcomes } from '../commitment.ts'
import type { Listed } from '../paging.ts'
import { type PartyRow, shortName } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { withQuery } from './address.ts'
import { Acts, BelowProgramme } from './below-programme.tsx'
import { CommitmentTable, KeptOfDue } from './commitment-table.tsx'

export type CommitmentsData = {
  programme: ProgrammeHead
  list: Listed<CommitmentRow>
  tally: CommitmentTally
  parties: PartyRow[]
  query: { q: string; party: string; outcome: string; sort: CommitmentSort; dir: 'asc' | 'desc' }
  withheld: Withheld
}

/** `make`: may this person record a commitment? Undefined for readers without a seat. */
export function CommitmentsPage({ data, view, make }: { data: CommitmentsData; view: View; make?: Verdict }) {
  const say = words[view.lang].commitments
  const { programme, list, tally, query, withheld } = data
  const path = programmePaths.commitments(programme.slug)
  const act = { id: 'alasan-janji', href: programmePaths.newCommitment(programme.slug), label: say.make, primary: true }
  const narrowed = query.q !== '' || query.party !== '' || query.outcome !== ''
  const sort = {
    by: query.sort,
    dir: query.dir,
    href: (by: string, dir: string) => withQuery(path, { ...query, sort: by, dir }),
  }
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      <p class="govuk-body">
        <KeptOfDue tally={tally} view={view} slug={programme.slug} />
      </p>
      {make === undefined ? null : <Acts view={view} acts={[{ ...act, verdict: make }]} />}
      <Tools data={data} view={view} path={path} />
      <Shown {...list} />
      {list.total > 0 ? (
        <CommitmentTable rows={list.rows} view={view} slug={programme.slug} sort={sort} />
      ) : (
        <Empty title={narrowed ? say.noneFound : say.none}>
          {narrowed ? words[view.lang].list.noneRule : say.noneRule}
        </Empty>
      )}
      <Pagination {...list} href={(page) => withQuery(path, { ...query, page })} />
      <StubCounts withheld={withheld} />
    </BelowProgramme>
  )
}

function Tools({ data: { parties, query }, view, path }: { data: CommitmentsData; view: View; path: string }) {
  const say = words[view.lang].commitments
  const outcomeChoices = [
    ...outcomes.map((value) => ({ value: value as string, label: say.outcomes[value] })),
    { value: 'none', label: say.notAssessed },
    { value: 'due', label: say.dueSoFar },
    { value: 'kept', label: say.kept },
  ]
  const partyChoices = parties.map((party) => ({ value: party.organisation_id, label: shortName(party) }))
  return (
    <ListTools
      action={path}
      label={say.search}
      q={query.q}
      filters={[
        { name: 'party', label: say.party, value: query.party, options: partyChoices },
        { name: 'outcome', label: say.outcome, value: query.outcome, options: outcomeChoices },
      ]}
      hidden={{ sort: query.sort, dir: query.dir }}
    />
  )
}
