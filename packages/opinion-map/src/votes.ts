/** 1 agree, −1 disagree, 0 pass; a statement a person has not voted on has no vote at all. */
export type Vote = 1 | 0 | -1

/** `moderated`: 1 accepted, 0 not yet looked at, −1 rejected. `meta`: about the people themselves, kept out of the map. */
export type Statement = { id: string; text: string; moderated: -1 | 0 | 1; meta: boolean }

/** One vote as it was cast; `time` in milliseconds, any constant where times are unknown. */
export type CastVote = { person: string; statement: string; vote: Vote; time: number }

/** Votes in columns, one entry a cast vote, in any order: indices of people and statements, −1/0/1, milliseconds. */
export type VoteColumns = { person: Int32Array; statement: Int32Array; value: Int8Array; time: Float64Array }

/** What is needed to draw a map: who, about what, and every vote ever cast (re-votes included). */
export type Conversation = { people: string[]; statements: Statement[]; votes: VoteColumns }

/**
 * Turns votes that name their person and statement into columns.
 * Throws a RangeError for a vote other than 1, 0 and −1, a time that is not a number, an unknown statement or one listed twice.
 */
export function conversation(cast: CastVote[], statements: Statement[], people: string[] = []): Conversation {
  const personAt = new Map(people.map((id, index) => [id, index]))
  const statementAt = new Map(statements.map((statement, index) => [statement.id, index]))
  if (statementAt.size < statements.length) throw new RangeError('A statement id is listed twice')
  const everyone = [...personAt.keys()]
  const votes = emptyColumns(cast.length)
  cast.forEach(({ person, statement, vote, time }, row) => {
    const about = statementAt.get(statement)
    if (about === undefined) throw new RangeError(`Vote ${row + 1}: statement ${statement} is not in the list`)
    if (vote !== 1 && vote !== 0 && vote !== -1) throw new RangeError(`Vote ${row + 1}: ${vote} is not 1, 0 or -1`)
    if (Number.isNaN(time)) throw new RangeError(`Vote ${row + 1}: its time is not a number`)
    let who = personAt.get(person)
    if (who === undefined) {
      who = everyone.push(person) - 1
      personAt.set(person, who)
    }
    votes.person[row] = who
    votes.statement[row] = about
    votes.value[row] = vote
    votes.time[row] = time
  })
  return { people: everyone, statements, votes }
}

export function emptyColumns(rows: number): VoteColumns {
  return {
    person: new Int32Array(rows),
    statement: new Int32Array(rows),
    value: new Int8Array(rows),
    time: new Float64Array(rows),
  }
}

/** A view of the first rows. */
export function firstRows(votes: VoteColumns, rows: number): VoteColumns {
  return {
    person: votes.person.subarray(0, rows),
    statement: votes.statement.subarray(0, rows),
    value: votes.value.subarray(0, rows),
    time: votes.time.subarray(0, rows),
  }
}
