import { columnOf, InputError, type InputFile, readCsv, readHeader } from './csv.ts'
import { numberIds } from './ids.ts'
import { emptyColumns, firstRows, type VoteColumns } from './votes.ts'

/** votes.csv: every row, with the people and the statements that comments.csv does not list (`extra`). */
export type PolisVotes = { people: string[]; extra: string[]; votes: VoteColumns; inSeconds: number; timed: boolean }

/** Times below this are seconds: as milliseconds they would lie in 1973. */
const FIRST_MILLISECOND = 1e11

/** Reads votes.csv of every generation, and the bulk file that Polis imports (vote_id, user_id, vote_value, timestamp, comment_id). */
export function readVotes(file: InputFile, statements: string[]): PolisVotes {
  const reader = readCsv(file)
  const columns = readHeader(reader, file.name, 'timestamp, comment-id, voter-id, vote')
  const statementColumn = columnOf(columns, file.name, 'comment-id', 'comment_id')
  const personColumn = columnOf(columns, file.name, 'voter-id', 'user_id')
  const voteColumn = columnOf(columns, file.name, 'vote', 'vote_value')
  const timeColumn = columns.get('timestamp')
  const width = reader.fields()
  const votes = emptyColumns(countLines(file.bytes))
  const people = numberIds()
  const known = numberIds(statements)
  let rows = 0
  let inSeconds = 0
  for (; reader.next(); rows++) {
    if (reader.fields() !== width)
      throw new InputError(file.name, reader.line(), `${reader.fields()} columns, expected ${width}`)
    const vote = reader.integer(voteColumn)
    if (vote !== 1 && vote !== 0 && vote !== -1)
      throw new InputError(file.name, reader.line(), `vote is "${reader.text(voteColumn)}", expected 1, 0 or -1`)
    if (reader.isEmpty(personColumn) || reader.isEmpty(statementColumn))
      throw new InputError(file.name, reader.line(), 'an id is missing, expected a voter-id and a comment-id')
    let time = timeColumn === undefined ? 0 : reader.integer(timeColumn)
    if (timeColumn !== undefined) {
      if (Number.isNaN(time)) time = laxTime(reader.text(timeColumn), file.name, reader.line())
      if (time < FIRST_MILLISECOND) {
        time *= 1000
        inSeconds++
      }
    }
    votes.person[rows] = people.of(reader, personColumn)
    votes.statement[rows] = known.of(reader, statementColumn)
    votes.value[rows] = vote
    votes.time[rows] = time
  }
  return {
    people: people.list,
    extra: known.list.slice(statements.length),
    votes: firstRows(votes, rows),
    inSeconds,
    timed: timeColumn !== undefined,
  }
}

function laxTime(text: string, file: string, line: number): number {
  const time = /^\d{9,16}\.\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(time))
    throw new InputError(file, line, `timestamp is "${text}", expected milliseconds or seconds since 1970`)
  return time
}

function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10 || bytes[at] === 13) lines++
  return lines
}
