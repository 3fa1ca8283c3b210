import { type Example, say } from './example.ts'
import { formatList } from './language.ts'
import { Sign, type SignName } from './signs.tsx'
import { useLang, useWords } from './view.ts'

/** Who is accountable for one service in one place. */
export type CoverageCell =
  | { state: 'one'; who: string; href?: string }
  | { state: 'gap'; href?: string }
  | { state: 'double'; who: string[]; href?: string }
  | { state: 'none' }

export type CoverageProps = {
  caption: string
  /** Above the first column: "Layanan". */
  rowsLabel: string
  columns: string[]
  rows: { label: string; cells: CoverageCell[] }[]
}

/** Cells the charter requires: exactly one accountable agency, none, or more than one. Above six columns only signs are seen. */
export function CoverageGrid({ caption, rowsLabel, columns, rows }: CoverageProps) {
  const dense = columns.length > 6
  return (
    <>
      <table class={dense ? 'mf-cover mf-cover--dense' : 'mf-cover'} role="table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {rowsLabel}
            </th>
            {columns.map((column) => (
              <th role="columnheader" scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                {row.label}
              </th>
              {row.cells.map((cell, index) => (
                <td role="cell" class={`is-${cell.state}`} data-label={columns[index]}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <CoverageKey />
    </>
  )
}

function Cell({ cell }: { cell: CoverageCell }) {
  const text = useCellText(cell)
  const inside = (
    <>
      <Sign name={signs[cell.state]} />
      <span class="mf-cover__t">{text}</span>
    </>
  )
  const href = cell.state === 'none' ? undefined : cell.href
  return href ? (
    <a class="mf-cover__c" href={href}>
      {inside}
    </a>
  ) : (
    <span class="mf-cover__c">{inside}</span>
  )
}

const signs: Record<CoverageCell['state'], SignName> = { one: 'check', gap: 'dashed', double: 'double', none: 'dash' }

function useCellText(cell: CoverageCell): string {
  const { chart } = useWords()
  const lang = useLang()
  if (cell.state === 'one') return cell.who
  if (cell.state === 'gap') return chart.gap
  if (cell.state === 'double') return `${chart.double}: ${formatList(lang, cell.who)}`
  return chart.notRequired
}

function CoverageKey() {
  const { chart } = useWords()
  const keys: [CoverageCell['state'], string][] = [
    ['one', chart.one],
    ['gap', chart.gap],
    ['double', chart.double],
    ['none', chart.notRequired],
  ]
  return (
    <ul class="mf-key mf-cover__key">
      {keys.map(([state, text]) => (
        <li>
          <span class={`mf-cover__k is-${state}`}>
            <Sign name={signs[state]} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'CoverageGrid',
    render: (lang) => (
      <CoverageGrid
        caption={say(lang, 'Penanggung jawab layanan per desa', 'Who answers for each service in each village')}
        rowsLabel={say(lang, 'Layanan', 'Service')}
        columns={['Sukamaju', 'Tirtasari', 'Karanganyar']}
        rows={[
          {
            label: say(lang, 'Pemeriksaan ibu hamil', 'Antenatal care'),
            cells: [
              { state: 'one', who: 'Dinas Kesehatan', href: '#t1' },
              { state: 'one', who: 'Dinas Kesehatan' },
              { state: 'gap' },
            ],
          },
          {
            label: say(lang, 'Air minum aman', 'Safe drinking water'),
            cells: [
              { state: 'double', who: ['Dinas PUPR', 'PDAM'] },
              { state: 'none' },
              { state: 'one', who: 'Dinas PUPR' },
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'CoverageGrid, many columns',
    render: (lang) => (
      <CoverageGrid
        caption={say(lang, 'Instansi dan langkah', 'Agencies and steps')}
        rowsLabel={say(lang, 'Instansi', 'Agency')}
        columns={Array.from({ length: 11 }, (_, index) => `1.${index + 1}`)}
        rows={['Bappeda', 'Dinas Sosial', 'Dinas PUPR'].map((label, row) => ({
          label,
          cells: Array.from({ length: 11 }, (_, index): CoverageCell => {
            const kind = (index * 3 + row * 5) % 7
            if (kind === 1) return { state: 'gap' }
            return kind === 4 ? { state: 'none' } : { state: 'one', who: label }
          }),
        }))}
      />
    ),
  },
]
