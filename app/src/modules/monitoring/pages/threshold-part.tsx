import { Empty } from '#ui/empty.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { ThresholdChange } from '../threshold.ts'
import { words } from '../words/pages.ts'

type Props = { view: View; changes: ThresholdChange[]; show(row: ThresholdChange): string; children?: Child }

/** The thresholds that were set for one number, with who set them and why; the latest first. */
export function ThresholdPart({ view, changes, show, children }: Props) {
  const say = words[view.lang].thresholds
  return (
    <Section id="thresholds" title={say.title} intro={say.intro}>
      <Table
        caption={say.title}
        rows={changes}
        empty={<Empty title={say.own} />}
        columns={[
          { label: say.since, head: true, cell: (row) => <Time at={row.since} /> },
          { label: say.value, cell: show },
          { label: say.from, cell: (row) => <Recorded lang={row.lang}>{row.source}</Recorded> },
          { label: say.reason, cell: (row) => <Recorded lang={row.lang}>{row.reason}</Recorded> },
          {
            label: say.by,
            cell: (row) =>
              row.programmeId ? (row.by ?? say.system) : `${row.by ?? say.system}, ${say.wholeInstallation}`,
          },
        ]}
      />
      {children}
    </Section>
  )
}
