import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import type { CharterVersion } from '../charter.ts'
import { type CharterChange, charterChanges } from '../charter-changes.ts'
import { words } from '../words.ts'
import { fieldWords } from './charter-words.ts'

type Props = { before: CharterVersion; after: CharterVersion; names: Map<string, string>; view: View }

/** The difference of two versions in words, clause by clause. */
export function CharterChanges({ before, after, names, view }: Props) {
  const say = words[view.lang].charter
  const shown = after.status === 'draft' ? { ...after, parties: before.parties } : after
  const changes = charterChanges(
    before,
    shown,
    fieldWords(view.lang, (id) => names.get(id) ?? ''),
  )
  return (
    <Section id="h-ubah" title={say.changes} intro={say.changesSince(formatNumber(view.lang, before.number))}>
      <Table
        caption={say.changes}
        rows={changes}
        empty={<p class="govuk-body mf-muted">{say.noChanges}</p>}
        columns={[
          { label: say.clause, head: true, cell: (change) => say[change.field] },
          { label: say.was, cell: (change) => was(change, view) },
          { label: say.becomes, cell: (change) => becomes(change, view) },
        ]}
      />
    </Section>
  )
}

const mostNamed = 12

function was(change: CharterChange, view: View): string {
  if (change.kind === 'text') return change.before || words[view.lang].charter.notSet
  return change.removed.length > 0 ? `${words[view.lang].charter.removed}: ${named(change.removed, view)}` : '–'
}

function becomes(change: CharterChange, view: View): string {
  if (change.kind === 'text') return change.after || words[view.lang].charter.notSet
  return change.added.length > 0 ? `${words[view.lang].charter.added}: ${named(change.added, view)}` : '–'
}

function named(rows: string[], view: View): string {
  const more = rows.length - mostNamed
  const list = rows.slice(0, mostNamed).join('; ')
  return more > 0 ? `${list}; ${words[view.lang].page.andMore(formatNumber(view.lang, more))}` : list
}
