import { REFUSAL_WORDING, REPAIR_WORDING } from '#kernel/tabular/repair-wording.ts'
import { formatList, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Num } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { countNotes, type ImportNote } from '../importing/notes.ts'
import type { ImportPlan } from '../importing/plan.ts'
import type { ReadList } from '../importing/read-list.ts'
import { importWords } from '../words-import.ts'

const most = { refused: 50, lines: 25 }
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** Rows that would not be taken, each with its reason. */
export function Refused({ view, list }: { view: View; list: ReadList }) {
  const say = importWords[view.lang]
  const { refused } = list.report
  if (refused.length === 0) return null
  const rest = refused.length - most.refused
  return (
    <Section id="h-refused" title={say.refusedTitle}>
      <div class="mf-panel">
        <Table
          caption={say.refusedTitle}
          rows={refused.slice(0, most.refused)}
          columns={[
            { label: say.line, head: true, cell: (row) => <Num>{row.line}</Num> },
            {
              label: say.why,
              cell: (row) => `${REFUSAL_WORDING[row.reason][view.lang]}: ${short(row.detail)}`,
            },
          ]}
        />
      </div>
      {rest > 0 ? <p class="govuk-body mf-small mf-muted">{say.more(formatNumber(view.lang, rest))}</p> : null}
    </Section>
  )
}

/** What was assumed, made or left out, by reason. */
export function Notes({ view, notes }: { view: View; notes: readonly ImportNote[] }) {
  const say = importWords[view.lang]
  if (notes.length === 0) return null
  const number = (value: number) => formatNumber(view.lang, value)
  const examples = (first: ImportNote[], count: number) => {
    const texts = first.map(({ text, line }) => `${short(text)} (${say.linesOf(number(line))})`)
    return formatList(view.lang, count > first.length ? [...texts, say.more(number(count - first.length))] : texts)
  }
  return (
    <Section id="h-notes" title={say.notesTitle}>
      <div class="mf-panel">
        <Table
          caption={say.notesTitle}
          rows={countNotes(notes)}
          columns={[
            { label: say.why, head: true, cell: (row) => say.notes[row.reason] },
            { label: say.times, numeric: true, cell: (row) => number(row.count) },
            { label: say.example, cell: (row) => examples(row.first, row.count) },
          ]}
        />
      </div>
    </Section>
  )
}

/** The first rows, and what becomes of them. */
export function Lines({ view, plan }: { view: View; plan: ImportPlan }) {
  const say = importWords[view.lang]
  const lines = [...plan.lines].sort((a, b) => a.line - b.line)
  const shown = lines.slice(0, most.lines)
  const number = (value: number) => formatNumber(view.lang, value)
  const whole = shown.length === lines.length
  const intro = whole ? say.linesAll(number(lines.length)) : say.linesIntro(number(shown.length), number(lines.length))
  return (
    <Section id="h-lines" title={say.linesTitle} intro={intro}>
      <div class="mf-panel">
        <Table
          caption={say.linesTitle}
          rows={shown}
          columns={[
            { label: say.line, numeric: true, cell: (row) => number(row.line) },
            { label: say.name, head: true, cell: (row) => row.name },
            { label: say.outcome, cell: (row) => say.outcomes[row.outcome] },
            {
              label: say.as,
              cell: (row) =>
                row.as && row.by ? (
                  <>
                    {row.as} <span class="mf-small mf-muted">{say.by[row.by]}</span>
                  </>
                ) : (
                  <span class="mf-muted">–</span>
                ),
            },
          ]}
        />
      </div>
    </Section>
  )
}

/** What reading the cells mended or assumed. */
export function Repaired({ view, list }: { view: View; list: ReadList }) {
  const say = importWords[view.lang]
  const { repaired } = list.report
  if (repaired.length === 0) return null
  return (
    <Section id="h-repaired" title={say.repairedTitle}>
      <div class="mf-panel">
        <Table
          caption={say.repairedTitle}
          rows={repaired}
          columns={[
            { label: say.column, head: true, cell: (row) => row.column ?? say.wholeTable },
            { label: say.why, cell: (row) => REPAIR_WORDING[row.reason][view.lang] },
            { label: say.times, numeric: true, cell: (row) => formatNumber(view.lang, row.count) },
            {
              label: say.example,
              cell: ({ example }) => [example.raw, example.read].filter(Boolean).map(short).join(' → ') || '–',
            },
          ]}
        />
      </div>
    </Section>
  )
}
