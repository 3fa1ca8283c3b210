import { both, type Lang, type Text } from '#kernel/reason.ts'
import type { RowDescriber } from '#modules/monitoring/signal.ts'
import { formatDate } from '#ui/language.ts'
import { taskPaths } from '../paths.ts'
import { cellFacts, taskFacts } from '../store/read-rows.ts'
import { type Target, targetWords } from '../target.ts'
import type { TaskState } from '../task.ts'
import { words } from '../words.ts'
import { signalWordsEn, signalWordsId } from '../words-signals.ts'

type Note = keyof typeof signalWordsId.note

const notes: Record<string, Text> = Object.fromEntries(
  Object.keys(signalWordsId.note).map((note) => [
    note,
    both(signalWordsId.note[note as Note], signalWordsEn.note[note as Note]),
  ]),
)

const tasks: RowDescriber = {
  kind: 'task',
  name: both(signalWordsId.tasks, signalWordsEn.tasks),
  notes,
  async describe(tx, ids) {
    const rows = await taskFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: row.code ? `${row.code} ${row.title}` : row.title,
          lang: row.lang as Lang,
          record: row,
          url: taskPaths.task(row.slug, row.id),
          facts: [() => row.owner, (lang) => words[lang].state[row.state as TaskState], (lang) => dueWords(row, lang)],
        },
      ]),
    )
  },
}

type Due = { baseline_due: string | null; due_on: string | null; target: unknown; done_on: string | null }

/** "30 Juni 2027, rencana awal 31 Maret 2027". */
function dueWords({ baseline_due, due_on, target, done_on }: Due, lang: Lang): string {
  const say = words[lang].page.task
  const now = done_on ?? due_on
  const text = target ? targetWords(target as Target, lang).text : now ? formatDate(lang, now) : say.nobody
  return baseline_due && baseline_due !== now ? `${text} (${say.first} ${formatDate(lang, baseline_due)})` : text
}

const cells: RowDescriber = {
  kind: 'cell',
  name: both(signalWordsId.cells, signalWordsEn.cells),
  notes,
  async describe(tx, ids) {
    const rows = await cellFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: row.service,
          lang: row.lang as Lang,
          record: { ...row, id: row.charter_id },
          url: taskPaths.coverage(row.slug),
          facts: [both(row.territory_name, row.territory_name_en ?? row.territory_name)],
        },
      ]),
    )
  },
}

/** How tasks and cells look as rows behind a number. */
export const taskRows: RowDescriber[] = [tasks, cells]
