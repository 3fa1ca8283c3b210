import { Empty } from '#ui/empty.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { DecisionData } from '../loads.ts'
import { words } from '../words.ts'
import { BallotTag, nameOf, Party, StanceTag } from './parts.tsx'

type Props = { view: View; data: DecisionData }
type Position = DecisionData['positions'][number]
type Ballot = DecisionData['ballots'][number]
type Recusal = DecisionData['recusals'][number]
type Row = {
  party: string
  position: Position | undefined
  ballot: Ballot | undefined
  recusals: Recusal[]
  out: boolean
}

/** One row a party: how it voted, else where it stands; taking no part is a position with its reason. */
export function PositionsPart({ view, data }: Props) {
  const say = words[view.lang].page
  const rows = rowsOf(data)
  const spoken = rows.some((row) => row.position || row.ballot || row.out)
  return (
    <Section id="k-sikap" title={say.positions}>
      {spoken ? (
        <Table
          caption={say.positionsOf}
          rows={rows}
          columns={[
            { label: say.party, head: true, cell: (row) => <Party of={row.party} names={data.names} /> },
            { label: say.stance, plain: true, cell: (row) => <Stand view={view} row={row} /> },
            { label: say.note, plain: true, cell: (row) => <Remark view={view} data={data} row={row} /> },
          ]}
        />
      ) : (
        <Empty title={say.noPositions}>{say.noPositionsRule}</Empty>
      )}
    </Section>
  )
}

function rowsOf({ facts, positions, ballots, recusals, rounds, names }: DecisionData): Row[] {
  const last = rounds.at(-1)?.id
  const parties = new Set([...facts.parties, ...positions.map((one) => one.organisation_id)])
  for (const ballot of ballots) if (ballot.round_id === last) parties.add(ballot.organisation_id)
  for (const one of recusals) parties.add(one.organisation_id)
  const rows = [...parties].map((party) => {
    const of = (row: { organisation_id: string }) => row.organisation_id === party
    const ballot = ballots.find((one) => of(one) && one.round_id === last)
    const voters = facts.voters.filter((one) => of(one) && one.person_id)
    const allOut = voters.length > 0 && voters.every((voter) => voter.recused)
    const own = recusals.filter(of)
    return {
      party,
      position: positions.filter(of).at(-1),
      ballot,
      recusals: own,
      out: (allOut || own.length > 0) && !ballot,
    }
  })
  return rows.sort((a, b) => (nameOf(names, a.party) < nameOf(names, b.party) ? -1 : 1))
}

function Stand({ view, row }: { view: View; row: Row }): Child {
  const say = words[view.lang]
  if (row.out)
    return (
      <Tag sign="door" tone="grey">
        {say.recusedTag}
      </Tag>
    )
  if (row.ballot?.answer) return <BallotTag answer={row.ballot.answer} />
  if (row.position) return <StanceTag stance={row.position.stance} />
  if (row.ballot)
    return (
      <Tag sign="lock" tone="outline">
        {say.page.hasVoted}
      </Tag>
    )
  return (
    <Tag sign="dashed" tone="grey">
      {say.page.noStance}
    </Tag>
  )
}

function Remark({ view, data, row }: Props & { row: Row }): Child {
  const say = words[view.lang].page
  const text = row.ballot?.reason ?? row.position?.reason
  const grounds = row.recusals.map((one) => groundWords(view, data, one))
  if (grounds.length === 0 && !text) return <span class="mf-muted">{say.noNote}</span>
  return (
    <>
      {grounds.length > 0 ? (
        <div>
          {say.recused} {grounds.join('; ')}.
        </div>
      ) : null}
      {text && !row.out ? <Recorded lang={data.facts.lang}>{text}</Recorded> : null}
    </>
  )
}

/** "Maria Kristanti, jabatan di Yayasan Sehat Bersama". */
function groundWords(view: View, { names }: DecisionData, { person, ground, concerned_id }: Recusal): string {
  const say = words[view.lang].ground
  const name = say[ground as keyof typeof say] ?? ground
  const body = concerned_id ? ` ${nameOf(names, concerned_id)}` : ''
  return [person, `${name}${body}`].filter(Boolean).join(', ')
}
