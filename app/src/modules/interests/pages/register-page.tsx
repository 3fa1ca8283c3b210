import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { interestPaths } from '../paths.ts'
import { type RegisterData, type RegisterQuery, type RegisterRow, registerSize } from '../read-pages.ts'
import { words } from '../words.ts'
import { Measure, Undecided } from './conflicts-part.tsx'
import { InterestLine, StandingTag } from './parts.tsx'

export function RegisterPage({ view, data }: { view: View; data: RegisterData }) {
  const say = words[view.lang]
  const { programme, rows, total, valid, asked, query } = data
  const { page } = query
  const href = (changed: Partial<RegisterQuery>) =>
    interestPaths.register(
      programme.slug,
      Object.fromEntries(
        Object.entries({ ...query, page: 1, ...changed }).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      ),
    )
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <BelowProgramme view={view} programme={programme} title={say.register} lead={say.registerLead}>
      {asked > 0 ? <p class="govuk-body">{say.tally(number(valid), number(asked))}</p> : null}
      <ListTools
        action={interestPaths.register(programme.slug)}
        label={say.search}
        q={query.q}
        hidden={query.sort === 'organisation' ? {} : { sort: query.sort, dir: query.dir }}
        filters={[
          {
            name: 'standing',
            label: say.standing,
            value: query.standing,
            options: (['valid', 'run-out', 'missing'] as const).map((value) => ({
              value,
              label: say.standings[value],
            })),
          },
        ]}
      />
      {total > 0 ? <Shown page={page} size={registerSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.register}
          rows={rows}
          columns={columnsOf(view, programme.slug)}
          sort={{
            by: query.sort,
            dir: query.dir,
            href: (by, dir) => href({ sort: by as RegisterQuery['sort'], dir }),
          }}
          empty={
            asked > 0 ? (
              <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
            ) : (
              <Empty title={say.empty}>{say.emptyRule}</Empty>
            )
          }
        />
      </div>
      <Pagination page={page} size={registerSize} total={total} href={(next) => href({ page: next })} />
      <p class="mf-small mf-muted">
        {say.notesHeld} {say.law}
      </p>
    </BelowProgramme>
  )
}

function columnsOf(view: View, slug: string): Column<RegisterRow>[] {
  const say = words[view.lang]
  return [
    {
      label: say.person,
      head: true,
      sort: 'person',
      cell: (row) => (
        <a class="govuk-link" href={interestPaths.person(slug, row.id)}>
          {row.name}
        </a>
      ),
    },
    {
      label: say.post,
      plain: true,
      sort: 'organisation',
      cell: (row) => <Recorded lang="id">{[row.post, row.organisation].filter(Boolean).join(', ')}</Recorded>,
    },
    {
      label: say.standing,
      plain: true,
      sort: 'standing',
      cell: (row) => (
        <>
          <StandingTag standing={row.standing} />
          {row.declaration ? (
            <span class="mf-small mf-muted">
              {' '}
              {say.until.toLowerCase()} <Time at={row.declaration.valid_until} />
            </span>
          ) : null}
        </>
      ),
    },
    { label: say.interests, plain: true, cell: (row) => <Interests view={view} row={row} /> },
  ]
}

function Interests({ view, row }: { view: View; row: RegisterRow }) {
  const say = words[view.lang]
  if (!row.declaration) return <span class="mf-muted">–</span>
  if (row.interests.length === 0) return <span class="mf-muted">{say.noneDeclared}</span>
  return (
    <>
      {row.interests.map((interest) => (
        <div>
          <InterestLine interest={interest} />
        </div>
      ))}
      {row.conflicts.map((one) => (
        <div>{one.control ? <Measure of={one.control} /> : <Undecided />}</div>
      ))}
    </>
  )
}
