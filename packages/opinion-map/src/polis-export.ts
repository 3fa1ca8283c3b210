import { InputError, type InputFile } from './csv.ts'
import { numberIds } from './ids.ts'
import { MOST_PEOPLE, MOST_STATEMENTS, type VoteMatrix, voteMatrix } from './matrix.ts'
import { readComments } from './polis-comments.ts'
import { type PolisParticipants, readParticipants } from './polis-participants.ts'
import { readFormat, readSummary } from './polis-summary.ts'
import { type PolisVotes, readVotes } from './polis-votes.ts'
import { cellsAgainst, flipVotes, signEvidence, statementsRecounted } from './reconcile.ts'
import type { Statement } from './votes.ts'

/** The files of one export. Without votes.csv the final votes are taken from the table of participants. */
export type PolisFiles = {
  comments: InputFile
  votes?: InputFile
  participants?: InputFile
  summary?: InputFile
  format?: InputFile
}

/** What was put right on the way in; every number counts rows, votes, cells or statements. */
export type Repairs = {
  voteRows: number
  /** earlier votes of someone who voted on the same statement again: the latest by time counts */
  revotes: number
  votesKept: number
  /** votes turned because the file had agree = −1 */
  signsFlipped: number
  timesInSeconds: number
  bodiesUnquoted: number
  cellsWithLineBreaks: number
  /** statements whose printed agrees or disagrees are not the latest votes */
  statementsRecounted: number
  /** statements with votes that comments.csv does not list */
  statementsWithoutText: number
  /** cells of the table of participants compared with the latest votes, and how many differ */
  cellsCompared: number
  cellsDiffering: number
  notes: string[]
}

export type PolisImport = {
  topic: string
  matrix: VoteMatrix
  /** the group that Polis had put each person in, where it is known */
  history: Map<string, string>
  repairs: Repairs
}

/** Reads a Polis export, repairs it and says what was repaired. Throws InputError naming file and line. */
export function readPolisExport(files: PolisFiles): PolisImport {
  const comments = readComments(files.comments)
  const summary = files.summary && readSummary(files.summary)
  const participants = files.participants && readParticipants(files.participants)
  const ids = comments.statements.map(({ id }) => id)
  const cast = files.votes ? readVotes(files.votes, ids) : votesOfCells(participants, ids, files.comments)
  const statements = [...comments.statements, ...cast.extra.map(untold)]
  checkCaps(cast.people.length, statements.length, (files.votes ?? files.participants ?? files.comments).name)
  const raw = voteMatrix({ people: cast.people, statements, votes: cast.votes })
  const declared = cast.agreeIs ?? summary?.agreeIs ?? (files.format && readFormat(files.format))
  const sign = signEvidence(cast.votes, raw, comments, participants, declared)
  const matrix = sign.flipped ? flipVotes(raw) : raw
  const cells =
    files.votes && participants ? cellsAgainst(matrix, participants) : { compared: 0, differing: 0, notes: [] }
  return {
    topic: summary?.values.get('topic') ?? '',
    matrix,
    history: new Map(participants?.people.map((id, at) => [id, participants.group[at]!])),
    repairs: {
      voteRows: cast.votes.value.length,
      revotes: matrix.revotes,
      votesKept: matrix.value.length,
      signsFlipped: sign.flipped ? cast.votes.value.filter((vote) => vote !== 0).length : 0,
      timesInSeconds: cast.inSeconds,
      bodiesUnquoted: comments.unquoted,
      cellsWithLineBreaks: comments.lineBreaks + (summary?.lineBreaks ?? 0),
      statementsRecounted: statementsRecounted(matrix, comments),
      statementsWithoutText: cast.extra.length,
      cellsCompared: cells.compared,
      cellsDiffering: cells.differing,
      notes: [...sign.notes, ...cells.notes, ...timeNotes(files, cast)],
    },
  }
}

function untold(id: string): Statement {
  return { id, text: '', moderated: 0, meta: false }
}

function timeNotes({ votes }: PolisFiles, { timed }: PolisVotes): string[] {
  if (!votes)
    return ['There is no votes.csv: the final votes come from the table of participants, in the order of ids.']
  if (timed) return []
  return [`${votes.name} has no timestamp column: of several votes on one statement the last row counts.`]
}

function votesOfCells(participants: PolisParticipants | undefined, ids: string[], file: InputFile): PolisVotes {
  if (!participants)
    throw new InputError(file.name, 1, 'there are no votes beside it, expected votes.csv or participants-votes.csv')
  const known = numberIds(ids)
  const extra = participants.statements.filter((id) => known.find(id) === undefined)
  const all = numberIds([...ids, ...extra])
  const place = participants.statements.map((id) => all.find(id)!)
  const { cells, people } = participants
  const votes = { ...cells, statement: cells.statement.map((statement) => place[statement]!) }
  return { people, extra, votes, inSeconds: 0, timed: false }
}

function checkCaps(people: number, statements: number, file: string): void {
  if (people > MOST_PEOPLE) throw new InputError(file, 1, `${people} people, expected at most ${MOST_PEOPLE}`)
  if (statements > MOST_STATEMENTS)
    throw new InputError(file, 1, `${statements} statements, expected at most ${MOST_STATEMENTS}`)
}
