import { formatNumber } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { useLang } from '#ui/view.ts'
import type { ConditionEntry, DetectorEntry } from '../catalogue/entry.ts'
import type { ConditionState } from '../condition.ts'
import type { StoredCondition } from '../reading.ts'
import { words } from '../words/pages.ts'
import { Evidence, type EvidenceProps } from './evidence.tsx'
import { conditionText, quantity, said } from './quantity.ts'

export type ConditionListProps = {
  entry: DetectorEntry
  /** By 'D1.a'. */
  readings: ReadonlyMap<string, StoredCondition>
  rowsOf(letter: string): EvidenceProps['rows']
}

/** Every condition of a detector: its rule, what was observed, and the records behind it. */
export function ConditionList({ entry, readings, rowsOf }: ConditionListProps) {
  const lang = useLang()
  const say = words[lang].condition
  const rows = entry.conditions.map((condition) => ({
    condition,
    reading: readings.get(`${entry.id}.${condition.letter}`),
  }))
  return (
    <Table
      caption={`${entry.name(lang)}: ${say.list.toLowerCase()}`}
      rows={rows}
      columns={[
        {
          label: say.list,
          head: true,
          cell: ({ condition, reading }) => (
            <ConditionCell condition={condition} reading={reading} rows={rowsOf(condition.letter)} />
          ),
        },
        { label: words[lang].indicator.state, plain: true, cell: ({ reading }) => <StateTag state={reading?.state} /> },
      ]}
    />
  )
}

type CellProps = { condition: ConditionEntry; reading?: StoredCondition; rows: EvidenceProps['rows'] }

function ConditionCell({ condition, reading, rows }: CellProps) {
  const lang = useLang()
  return (
    <>
      <span class="mf-score__name">
        {condition.letter}. {conditionText(lang, condition, reading?.threshold ?? condition.threshold)}
      </span>
      <span class="mf-score__q">
        <WhatWasSeen condition={condition} reading={reading} rows={rows} />
      </span>
    </>
  )
}

function WhatWasSeen({ condition, reading, rows }: CellProps) {
  const lang = useLang()
  const say = words[lang].condition
  if (!reading) return <>{say.noRecords}</>
  const sentence = said(lang, reading.sentence) ?? ''
  if (reading.state === 'unchecked') return <>{sentence}</>
  if (reading.state === 'not-enough') {
    const short = reading.n !== null && reading.n < reading.nMin
    return (
      <>
        <Evidence sentence={sentence} rows={rows} />{' '}
        {short ? say.need(formatNumber(lang, reading.nMin), formatNumber(lang, reading.n ?? 0)) : null}
      </>
    )
  }
  return (
    <>
      <Evidence sentence={sentence} rows={rows} /> {observedText(lang, condition, reading)}
    </>
  )
}

function observedText(lang: 'id' | 'en', condition: ConditionEntry, reading: StoredCondition): string {
  const say = words[lang].condition
  const main =
    reading.value === null
      ? []
      : [say.observed(quantity(lang, condition.unit, reading.value), quantity(lang, condition.unit, reading.threshold))]
  const others = Object.entries(reading.alternatives ?? {}).flatMap(([name, value]) => {
    const test = condition.alternatives?.[name]
    if (!test) return []
    const seen = say.observed(quantity(lang, test.unit, value), quantity(lang, test.unit, test.threshold))
    return [`${say.alternatives[name] ?? name}: ${seen.charAt(0).toLowerCase()}${seen.slice(1)}`]
  })
  return [...main, ...others].join(' ')
}

/** Missing records are said as such: never as "not met". */
export function StateTag({ state = 'unchecked' }: { state?: ConditionState }) {
  return <Tag {...looks[state]}>{words[useLang()].outcome[state]}</Tag>
}

const looks: Record<ConditionState, { sign: SignName; tone: Tone }> = {
  true: { sign: 'warning', tone: 'red' },
  false: { sign: 'check', tone: 'green' },
  'not-enough': { sign: 'dashed', tone: 'grey' },
  unchecked: { sign: 'dashed', tone: 'outline' },
}
