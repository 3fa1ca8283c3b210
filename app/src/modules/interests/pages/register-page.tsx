import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { interestPaths } from '../paths.ts'
import { type RegisterData, type RegisterRow, registerSize } from '../read-pages.ts'
import { words } from '../words.ts'
import { InterestLine, StandingTag } from './parts.tsx'

export function RegisterPage({ view, data }: { view: View; data: RegisterData }) {
  const say = words[view.lang]
  const { programme, rows, total, valid, page } = data
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <BelowProgramme view={view} programme={programme} title={say.register} lead={say.registerLead}>
      {total > 0 ? <p class="govuk-body">{say.tally(number(valid), number(total))}</p> : null}
      <Shown page={page} size={registerSize} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.register}
          rows={rows}
          columns={columnsOf(view, programme.slug)}
          empty={<Empty title={say.empty}>{say.emptyRule}</Empty>}
        />
      </div>
      <Pagination
        page={page}
        size={registerSize}
        total={total}
        href={(next) => `${interestPaths.register(programme.slug)}?page=${next}`}
      />
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
      cell: (row) => (
        <a class="govuk-link" href={interestPaths.person(slug, row.id)}>
          {row.name}
        </a>
      ),
    },
    {
      label: say.post,
      plain: true,
      cell: (row) => <Recorded lang="id">{[row.post, row.organisation].filter(Boolean).join(', ')}</Recorded>,
    },
    {
      label: say.standing,
      plain: true,
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
    </>
  )
}
