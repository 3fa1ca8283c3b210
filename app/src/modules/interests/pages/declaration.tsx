import { Details } from '#ui/details.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Declaration, Interest } from '../interest.ts'
import { words } from '../words.ts'

type Props = { view: View; interests: Interest[]; notes: Map<string, string>; earlier: Declaration[] }

/** One declaration as its readers see it: the notes are there for those who may read them. */
export function DeclarationPart({ view, interests, notes, earlier }: Props) {
  const say = words[view.lang]
  return (
    <>
      {interests.length === 0 ? (
        <p class="govuk-body">{say.noneDeclared}</p>
      ) : (
        <div class="mf-panel">
          <Table caption={say.interests} rows={interests} columns={columnsOf(view, notes)} />
        </div>
      )}
      {earlier.length === 0 ? null : (
        <Details summary={say.earlier}>
          <ul class="govuk-list">
            {earlier.map((one) => (
              <li>
                {say.declaredOn} <Time at={one.declared_on} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function columnsOf(view: View, notes: Map<string, string>) {
  const say = words[view.lang]
  const day = (at: string | null) => (at ? <Time at={at} /> : '–')
  const columns = [
    {
      label: say.organisation,
      head: true,
      cell: (row: Interest) => <Recorded lang={row.lang}>{row.organisation}</Recorded>,
    },
    { label: say.kind, cell: (row: Interest) => say.kinds[row.kind] },
    { label: say.since, cell: (row: Interest) => day(row.since) },
    { label: say.until, cell: (row: Interest) => day(row.until) },
  ]
  if (notes.size === 0) return columns
  const note = (row: Interest) =>
    notes.has(row.id) ? <Recorded lang="id">{notes.get(row.id)}</Recorded> : <span class="mf-muted">{say.noNote}</span>
  return [...columns, { label: say.note, cell: note }]
}
