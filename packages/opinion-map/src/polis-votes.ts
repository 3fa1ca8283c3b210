import { type CsvReader, columnOf, InputError, type InputFile, readCsv, readHeader } from './csv.ts'
import { numberIds } from './ids.ts'
import { declaredSign } from './polis-summary.ts'
import { emptyColumns, firstRows, type VoteColumns } from './votes.ts'

/** votes.csv: every row, with the people and the statements that comments.csv does not list (`extra`). */
export type PolisVotes = {
  people: string[]
  extra: string[]
  votes: VoteColumns
  inSeconds: number
  timed: boolean
  /** what the file itself declares agree to be */
  agreeIs?: 1 | -1
}

/** Times below this are seconds: as milliseconds they would lie in 1973. */
const FIRST_MILLISECOND = 1e11

/** Reads votes.csv of every generation, and the bulk file that Polis imports (vote_id, user_id, vote_value, timestamp, comment_id). */
export function readVotes(file: InputFile, statements: string[]): PolisVotes {
  const reader = readCsv(file)
  const declaration = /^\ufeff?# *vote-convention:([^\r\n]*)/.exec(
    new TextDecoder().decode(file.bytes.subarray(0, 300)),
  )
  if (declaration) reader.next()
  const columns = readHeader(reader, file.name, 'timestamp, comment-id, voter-id, vote')
  const place = {
    statement: columnOf(columns, file.name, 'comment-id', 'comment_id'),
    person: columnOf(columns, file.name, 'voter-id', 'user_id'),
    vote: columnOf(columns, file.name, 'vote', 'vote_value'),
    time: columns.get('timestamp'),
  }
  const width = reader.fields()
  const votes = emptyColumns(countLines(file.bytes))
  const people = numberIds()
  const known = numberIds(statements)
  let rows = 0
  let inSeconds = 0
  for (; reader.next(); rows++) {
    if (reader.fields() !== width) throw wrong(file, reader, `${reader.fields()} columns, expected ${width}`)
    if (reader.isEmpty(place.person) || reader.isEmpty(place.statement))
      throw wrong(file, reader, 'an id is missing, expected a voter-id and a comment-id')
    const time = place.time === undefined ? FIRST_MILLISECOND : timeOf(file, reader, place.time)
    const seconds = time < FIRST_MILLISECOND
    if (seconds) inSeconds++
    votes.person[rows] = people.of(reader, place.person)
    votes.statement[rows] = known.of(reader, place.statement)
    votes.value[rows] = voteOf(file, reader, place.vote)
    votes.time[rows] = seconds ? time * 1000 : time
  }
  return {
    people: people.list,
    extra: known.list.slice(statements.length),
    votes: firstRows(votes, rows),
    inSeconds,
    timed: place.time !== undefined,
    agreeIs: declaration ? declaredSign(declaration[1]!) : undefined,
  }
}

function voteOf(file: InputFile, reader: CsvReader, field: number): number {
  const vote = reader.integer(field)
  if (vote === 1 || vote === 0 || vote === -1) return vote
  throw wrong(file, reader, `vote is "${reader.text(field)}", expected 1, 0 or -1`)
}

function timeOf(file: InputFile, reader: CsvReader, field: number): number {
  const time = reader.integer(field)
  if (!Number.isNaN(time)) return time
  const text = reader.text(field)
  if (/^\d{9,16}\.\d+$/.test(text)) return Number(text)
  throw wrong(file, reader, `timestamp is "${text}", expected milliseconds or seconds since 1970`)
}

function wrong(file: InputFile, reader: CsvReader, problem: string): InputError {
  return new InputError(file.name, reader.line(), problem)
}

function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10 || bytes[at] === 13) lines++
  return lines
}
