import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { formatNumber } from './language.ts'
import { LevelTag } from './tag.tsx'
import { useWords } from './view.ts'

export type Column<Row> = {
  label: string
  cell: (row: Row, index: number) => Child
  /** The cell that names the row; one column has it. */
  head?: boolean
  /** Right-aligned, in figures of equal width. */
  numeric?: boolean
  /** On a phone the label is repeated before the cell, unless it speaks for itself (tags, sentences, buttons). */
  plain?: boolean
  /** Name of the order this column can be sorted by. */
  sort?: string
}

export type Sort = { by: string; dir: 'asc' | 'desc'; href: (by: string, dir: 'asc' | 'desc') => string }

export type TableProps<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  sort?: Sort
  /** Shows the caption; otherwise it is for screen readers, below a heading that says the same. */
  captionShown?: boolean
  /** Shown instead of a table without rows. */
  empty?: Child
}

/** A real table; below 40em its rows become blocks and every role is said explicitly. */
export function Table<Row>({ caption, columns, rows, sort, captionShown, empty }: TableProps<Row>) {
  const { list } = useWords()
  if (rows.length === 0) return empty ? empty : <p class="mf-muted">{list.emptyTable}</p>
  return (
    <>
      {sort ? <SortLinks columns={columns} sort={sort} /> : null}
      <table class="govuk-table mf-stack" role="table">
        <caption class={captionShown ? 'govuk-table__caption govuk-table__caption--s' : 'govuk-visually-hidden'}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr role="row">
              {columns.map((column) => (
                <Cell column={column}>{column.cell(row, index)}</Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** On a phone the header row is out of sight, so the orders stand above the table. */
function SortLinks<Row>({ columns, sort }: { columns: Column<Row>[]; sort: Sort }) {
  const { list } = useWords()
  return (
    <p class="mf-sortby">
      {list.sortBy}:{' '}
      {columns
        .filter((column) => column.sort)
        .map((column) => (
          <a class="govuk-link" href={sort.href(column.sort!, nextDirection(column, sort))}>
            {column.label}
            {orderOf(column, sort) ? <OrderMark dir={sort.dir} /> : null}
          </a>
        ))}
    </p>
  )
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const name = `govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`
  if (!sort || !column.sort) {
    return (
      <th role="columnheader" scope="col" class={name}>
        {column.label}
      </th>
    )
  }
  const order = orderOf(column, sort)
  return (
    <th role="columnheader" scope="col" class={name} aria-sort={order ?? 'none'}>
      <a class="mf-sort" href={sort.href(column.sort, nextDirection(column, sort))}>
        {column.label}
        {order ? <OrderMark dir={sort.dir} /> : null}
      </a>
      <span class="mf-unsort">{column.label}</span>
    </th>
  )
}

function orderOf<Row>(column: Column<Row>, sort: Sort): 'ascending' | 'descending' | undefined {
  if (column.sort !== sort.by) return undefined
  return sort.dir === 'asc' ? 'ascending' : 'descending'
}

/** A second press on the current order turns it round. */
function nextDirection<Row>(column: Column<Row>, sort: Sort): 'asc' | 'desc' {
  return column.sort === sort.by && sort.dir === 'asc' ? 'desc' : 'asc'
}

function OrderMark({ dir }: { dir: 'asc' | 'desc' }) {
  const { list } = useWords()
  return (
    <>
      <span class={`mf-order mf-order--${dir}`} aria-hidden="true" />
      <span class="govuk-visually-hidden">, {dir === 'asc' ? list.ascending : list.descending}</span>
    </>
  )
}

function Cell<Row>({ column, children }: { column: Column<Row>; children?: Child }) {
  if (column.head) {
    return (
      <th role="rowheader" scope="row" class="govuk-table__header">
        {children}
      </th>
    )
  }
  const name = `govuk-table__cell${column.numeric ? ' govuk-table__cell--numeric mf-num' : ''}`
  if (column.plain) {
    return (
      <td role="cell" class={name}>
        {children}
      </td>
    )
  }
  // One box inside, so that label and value stay side by side on a phone whatever the value is made of.
  return (
    <td role="cell" class={name} data-label={column.label}>
      <div>{children}</div>
    </td>
  )
}

const exampleRows = [
  { agency: 'Dinas PUPR', tasks: 14, days: 21.5, level: 'poor' },
  { agency: 'Dinas Kesehatan', tasks: 1062, days: 9, level: 'good' },
] as const

export const examples: Example[] = [
  {
    name: 'Table, sortable',
    render: (lang) => (
      <Table
        caption={say(lang, 'Waktu menunggu per instansi', 'Waiting time by agency')}
        rows={[...exampleRows]}
        sort={{ by: 'days', dir: 'desc', href: (by, dir) => `?sort=${by}&dir=${dir}` }}
        columns={[
          { label: say(lang, 'Instansi', 'Agency'), head: true, sort: 'agency', cell: (row) => row.agency },
          {
            label: say(lang, 'Tugas', 'Tasks'),
            numeric: true,
            sort: 'tasks',
            cell: (row) => formatNumber(lang, row.tasks),
          },
          {
            label: say(lang, 'Hari menunggu', 'Days waiting'),
            numeric: true,
            sort: 'days',
            cell: (row) => formatNumber(lang, row.days),
          },
          { label: say(lang, 'Keadaan', 'State'), plain: true, cell: (row) => <LevelTag level={row.level} /> },
        ]}
      />
    ),
  },
  {
    name: 'Table without rows',
    render: (lang) => <Table caption={say(lang, 'Kosong', 'Empty')} rows={[]} columns={[]} />,
  },
]
