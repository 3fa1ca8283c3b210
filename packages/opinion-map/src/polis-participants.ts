import { columnOf, InputError, type InputFile, readCsv, readHeader } from './csv.ts'
import { numberIds } from './ids.ts'
import { emptyColumns, type VoteColumns } from './votes.ts'

/** participants-votes.csv (new: participant-votes.csv): final votes as cells, the totals printed beside them, and the group Polis gave. */
export type PolisParticipants = {
  people: string[]
  /** '' for a participant in no group */
  group: string[]
  printed: Array<{ agrees: number; disagrees: number }>
  statements: string[]
  /** person and statement are places in `people` and `statements`; times are 0 */
  cells: VoteColumns
}

const TOTALS = new Set(['participant', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'])

/** Reads the table of participants, with or without xid. Columns that are not named totals are statements. */
export function readParticipants(file: InputFile): PolisParticipants {
  const reader = readCsv(file)
  const columns = readHeader(reader, file.name, 'participant, group-id, n-agree, n-disagree and a column a statement')
  const personColumn = columnOf(columns, file.name, 'participant')
  const groupColumn = columnOf(columns, file.name, 'group-id')
  const agreeColumn = columnOf(columns, file.name, 'n-agree')
  const disagreeColumn = columnOf(columns, file.name, 'n-disagree')
  const width = reader.fields()
  const header = Array.from({ length: width }, (_, column) => ({ name: reader.text(column).trim(), column }))
  const statements = header.filter(({ name }) => !TOTALS.has(name.toLowerCase()))
  const seen = numberIds()
  const read: PolisParticipants = {
    people: seen.list,
    group: [],
    printed: [],
    statements: statements.map(({ name }) => name),
    cells: emptyColumns(0),
  }
  const filled: Array<[person: number, statement: number, vote: number]> = []
  while (reader.next()) {
    const line = reader.line()
    if (reader.fields() !== width)
      throw new InputError(file.name, line, `${reader.fields()} columns, expected ${width}`)
    const person = seen.of(reader, personColumn)
    if (person < read.group.length)
      throw new InputError(file.name, line, `participant ${seen.list[person]} is listed twice, expected once`)
    read.group.push(reader.text(groupColumn).trim())
    read.printed.push({ agrees: reader.integer(agreeColumn), disagrees: reader.integer(disagreeColumn) })
    statements.forEach(({ column }, statement) => {
      if (reader.isEmpty(column)) return
      const vote = reader.integer(column)
      if (vote === 1 || vote === 0 || vote === -1) filled.push([person, statement, vote])
      else throw new InputError(file.name, line, `a vote is "${reader.text(column)}", expected 1, 0, -1 or nothing`)
    })
  }
  read.cells = emptyColumns(filled.length)
  filled.forEach(([person, statement, vote], row) => {
    read.cells.person[row] = person
    read.cells.statement[row] = statement
    read.cells.value[row] = vote
  })
  return read
}
