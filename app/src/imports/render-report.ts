import type { Lang } from '#kernel/reason.ts'
import { wilson } from '#kernel/statistics.ts'
import { type ColumnMap, columnsOf } from '#kernel/tabular/column-map.ts'
import { renderReport } from '#kernel/tabular/repair-wording.ts'
import { countNotes } from '#modules/directory/importing/notes.ts'
import { importWords } from '#modules/directory/words-import.ts'
import { formatPercent } from '#ui/language.ts'
import type { Completion } from './commitments/completion.ts'
import { type ImportReport, type RemarkCode, remarkCodes } from './report.ts'
import { words } from './words.ts'

/** The report for people: what came of the table, what was repaired and refused, and what a person should look at. */
export function renderImport(report: ImportReport, lang: Lang): string {
  const say = words[lang]
  const lines = [headOf(report, lang)]
  if (report.programme?.created) lines.push(say.programmeCreated)
  if (report.dryRun) lines.push(say.dryRun)
  if (report.proposed) lines.push('', ...mapLines(report.map, report.proposed.unsure, lang))
  lines.push('', renderReport(report, lang).trimEnd(), '')
  const { created, known, joined } = report.organisations
  if (created.length + known > 0) lines.push(say.organisations(created.length, known, joined))
  if (report.moved > 0) lines.push(say.moved(report.moved))
  if (report.assessed > 0) lines.push(say.assessed(report.assessed))
  if (report.completion) lines.push(...completionLines(report.completion, lang))
  const toCheck = [...remarkLines(report, lang), ...noteLines(report, lang)]
  if (toCheck.length > 0) lines.push('', say.toCheck, ...toCheck)
  return `${lines.join('\n').trimEnd()}\n`
}

function headOf({ file, as, programme }: ImportReport, lang: Lang): string {
  const say = words[lang]
  const target = say.targets[as]
  return programme
    ? say.head(file, target, `${programme.name} (/programmes/${programme.slug})`)
    : say.headDirectory(file, target)
}

function mapLines(map: ColumnMap, unsure: string[], lang: Lang): string[] {
  const say = words[lang]
  const fields = Object.entries(map.fields).map(([name, field]) => {
    const columns = columnsOf(field).map((column) => `“${column.replace(/\s+/g, ' ')}”`)
    return `  ${name} ← ${columns.join(', ') || `${say.constant} “${field.constant}”`}`
  })
  return [say.proposed, ...fields, ...(unsure.length > 0 ? [say.unsure(unsure.join(', '))] : [])]
}

function completionLines({ high, assessed, columns }: Completion, lang: Lang): string[] {
  const percent = (share: number) => formatPercent(lang, share)
  const { low, high: top } = wilson(high, assessed)
  const counted = columns.map(({ column, counts }) => {
    const parts = Object.entries(counts).sort(([, one], [, other]) => other - one)
    return `  “${column}”: ${parts.map(([says, count]) => `${says} ${count}`).join(', ')}`
  })
  const share = assessed > 0 ? percent(high / assessed) : '–'
  return [words[lang].completion(String(high), String(assessed), share, percent(low), percent(top)), ...counted]
}

/** A person looks at every name and move; of the rest some examples are enough. */
const shown = (code: RemarkCode) => (code.startsWith('organisation-') ? Number.POSITIVE_INFINITY : 10)

function remarkLines({ remarks }: ImportReport, lang: Lang): string[] {
  const say = words[lang]
  const byCode = Map.groupBy(remarks, (remark) => remark.code)
  return remarkCodes.flatMap((code) => {
    const found = byCode.get(code) ?? []
    if (found.length === 0) return []
    const examples = found.slice(0, shown(code)).map(({ line, detail }) => {
      const place = line === null ? '' : `${say.line} ${line}: `
      return `    ${place}${short(detail)}`
    })
    const rest = found.length - examples.length
    return [`  ${found.length} × ${say.remarks[code]}`, ...examples, ...(rest > 0 ? [`    ${say.more(rest)}`] : [])]
  })
}

function noteLines({ notes }: ImportReport, lang: Lang): string[] {
  return countNotes(notes).flatMap(({ reason, count, first }) => [
    `  ${count} × ${importWords[lang].notes[reason]}`,
    ...first.map(({ line, text }) => `    ${words[lang].line} ${line}: ${short(text)}`),
    ...(count > first.length ? [`    ${words[lang].more(count - first.length)}`] : []),
  ])
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159).toWellFormed()}…` : line
}
