import { AsTable } from './details.tsx'
import { type Example, say } from './example.ts'
import { Table } from './table.tsx'
import { Recorded } from './text.tsx'
import { useWords } from './view.ts'

export type LinkKind = 'supports' | 'conflicts' | 'duplicates'

export type SharedObjective = { id: string; title: string; href?: string; lang?: string }
export type AgencyObjective = SharedObjective & { agency: string }
export type ObjectiveLink = { from: string; to: string; kind: LinkKind }

export type AlignmentProps = {
  /** Unique on the page. */
  id: string
  caption: string
  agencies: AgencyObjective[]
  shared: SharedObjective[]
  /** `from` an agency's objective `to` a shared one, by id. */
  links: ObjectiveLink[]
}

/** Agencies' own objectives on the left, shared ones on the right, and what joins or divides them between. */
export function AlignmentPicture({ id, caption, agencies, shared, links }: AlignmentProps) {
  const left = besideTheirLinks(agencies, shared, links)
  return (
    <>
      <div class="mf-panel">
        <figure class="mf-fig">
          <div class="mf-align">
            <ul class="mf-align__side">
              {left.map((one) => (
                <Objective objective={one} agency={one.agency} />
              ))}
            </ul>
            <Links id={id} caption={caption} left={left} right={shared} links={links} />
            <ul class="mf-align__side mf-align__side--shared">
              {shared.map((one) => (
                <Objective objective={one} />
              ))}
            </ul>
          </div>
          <LinkKey />
        </figure>
      </div>
      <AsTable>
        <LinkTable caption={caption} left={left} shared={shared} links={links} />
      </AsTable>
    </>
  )
}

/** Orders the left side by the middle of what each objective leads to, so that few lines cross. */
function besideTheirLinks(agencies: AgencyObjective[], shared: SharedObjective[], links: ObjectiveLink[]) {
  const middle = (objective: AgencyObjective) => {
    const places = links
      .filter((link) => link.from === objective.id)
      .map((link) => shared.findIndex((one) => one.id === link.to))
    return places.length ? places.reduce((sum, place) => sum + place, 0) / places.length : shared.length
  }
  return [...agencies].sort((a, b) => middle(a) - middle(b))
}

function Objective({ objective, agency }: { objective: SharedObjective; agency?: string }) {
  const title = <Recorded lang={objective.lang}>{objective.title}</Recorded>
  return (
    <li>
      {agency ? <span class="mf-align__a">{agency}</span> : null}
      {objective.href ? (
        <a class="govuk-link" href={objective.href}>
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
    </li>
  )
}

type LinksProps = {
  id: string
  caption: string
  left: AgencyObjective[]
  right: SharedObjective[]
  links: ObjectiveLink[]
}

/** Rows of both sides are equally high, so a place in the list is a height in per cent. */
function Links({ id, caption, left, right, links }: LinksProps) {
  const { chart } = useWords()
  const middle = (list: { id: string }[], wanted: string) => {
    const place = list.findIndex((one) => one.id === wanted)
    return Number((((place + 0.5) / list.length) * 100).toFixed(2))
  }
  const known = links.filter((link) => hasId(left, link.from) && hasId(right, link.to))
  const counts = (['supports', 'conflicts', 'duplicates'] as const).map(
    (kind) => `${chart[kind]}: ${known.filter((link) => link.kind === kind).length}`,
  )
  return (
    <svg
      class="mf-align__links"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{caption}</title>
      <desc id={`${id}-d`}>{counts.join('; ')}.</desc>
      {known.map((link) => (
        <path class={`l-${link.kind}`} d={curve(middle(left, link.from), middle(right, link.to))} />
      ))}
    </svg>
  )
}

function hasId(list: { id: string }[], id: string): boolean {
  return list.some((one) => one.id === id)
}

function curve(from: number, to: number): string {
  return `M0 ${from}C50 ${from} 50 ${to} 100 ${to}`
}

function LinkKey() {
  const { chart } = useWords()
  return (
    <ul class="mf-key">
      {(['supports', 'conflicts', 'duplicates'] as const).map((kind) => (
        <li>
          <svg class="mf-align__key" aria-hidden="true">
            <line class={`l-${kind}`} x1="0" x2="32" y1="7" y2="7" />
          </svg>
          {chart[kind]}
        </li>
      ))}
    </ul>
  )
}

type LinkTableProps = { caption: string; left: AgencyObjective[]; shared: SharedObjective[]; links: ObjectiveLink[] }

function LinkTable({ caption, left, shared, links }: LinkTableProps) {
  const { chart } = useWords()
  const rows = links.flatMap((link) => {
    const from = left.find((one) => one.id === link.from)
    const to = shared.find((one) => one.id === link.to)
    return from && to ? [{ from, to, kind: link.kind }] : []
  })
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        {
          label: chart.agencyObjective,
          head: true,
          cell: ({ from }) => <Recorded lang={from.lang}>{from.title}</Recorded>,
        },
        { label: chart.owner, cell: ({ from }) => from.agency },
        { label: chart.link, cell: ({ kind }) => chart[kind] },
        { label: chart.sharedObjective, cell: ({ to }) => <Recorded lang={to.lang}>{to.title}</Recorded> },
      ]}
    />
  )
}

export const examples: Example[] = [
  {
    name: 'AlignmentPicture',
    render: (lang) => (
      <AlignmentPicture
        id="keselarasan"
        caption={say(lang, 'Tujuan instansi dan tujuan bersama', 'Objectives of agencies and shared objectives')}
        shared={[
          { id: 's1', title: say(lang, 'Stunting turun menjadi 14%', 'Stunting down to 14%'), href: '#s1' },
          { id: 's2', title: say(lang, 'Satu daftar keluarga berisiko', 'One list of families at risk') },
        ]}
        agencies={[
          {
            id: 'a1',
            agency: 'Dinas PUPR',
            title: say(lang, 'Air minum aman di 18 desa', 'Safe water in 18 villages'),
          },
          {
            id: 'a2',
            agency: 'Dinas Sosial',
            title: say(lang, 'Data bantuan sosial sendiri', 'Own data on social aid'),
          },
          {
            id: 'a3',
            agency: 'Dinas Kesehatan',
            title: say(lang, 'Semua anak diukur tiap bulan', 'Every child measured each month'),
            href: '#a3',
          },
          {
            id: 'a4',
            agency: 'Dinas Kominfo',
            title: say(lang, 'Daftar penduduk rentan', 'Register of people at risk'),
          },
        ]}
        links={[
          { from: 'a1', to: 's1', kind: 'supports' },
          { from: 'a2', to: 's2', kind: 'conflicts' },
          { from: 'a3', to: 's1', kind: 'supports' },
          { from: 'a3', to: 's2', kind: 'supports' },
          { from: 'a4', to: 's2', kind: 'duplicates' },
        ]}
      />
    ),
  },
]
