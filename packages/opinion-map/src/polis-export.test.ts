import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPolisExport } from './polis-export.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

const COMMENTS = `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1658934589213,Wed Jul 27 22:09:49 WIB 2022,0,1,3,0,1,"Buses, often"
1658934589214,Wed Jul 27 22:09:50 WIB 2022,1,1,0,2,1,Close the centre
1658934589215,Wed Jul 27 22:09:51 WIB 2022,2,2,1,0,-1,spam
`
const VOTES = `timestamp,datetime,comment-id,voter-id,vote
1658934600000,Wed,0,a,1
1658934600001,Wed,0,b,1
1658934600002,Wed,1,a,-1
1658934600003,Wed,1,b,-1
1658934600009,Wed,0,c,1
1658934600005,Wed,0,c,0
1658934600006,Wed,2,c,1
`
const PEOPLE = `participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2
a,,0,2,2,1,1,1,-1,
b,,1,1,2,1,1,1,-1,
c,,,0,2,2,0,1,,1
`
const turned = (text: string) => text.replace(/,(-?1)$/gm, (_, vote) => `,${-Number(vote)}`)

const read = (changes: {
  comments?: string
  votes?: string | null
  participants?: string
  summary?: string
  format?: string
}) => {
  const { comments = COMMENTS, votes = VOTES, participants, summary, format } = changes
  return readPolisExport({
    comments: file('comments.csv', comments),
    votes: votes === null ? undefined : file('votes.csv', votes),
    participants: participants === undefined ? undefined : file('participants-votes.csv', participants),
    summary: summary === undefined ? undefined : file('summary.csv', summary),
    format: format === undefined ? undefined : file('format.json', format),
  })
}

const votesOf = ({ matrix }: ReturnType<typeof read>) =>
  matrix.people.map((id, person) => {
    const entries = Array.from(
      { length: matrix.rowStart[person + 1]! - matrix.rowStart[person]! },
      (_, at) => matrix.rowStart[person]! + at,
    )
    return [
      id,
      ...entries.map((entry) => `${matrix.statements[matrix.column[entry]!]!.id}:${matrix.value[entry]}`),
    ].join(' ')
  })

const EXPECTED = ['a 0:1 1:-1', 'b 0:1 1:-1', 'c 0:1 2:1']

test('an export is read with its moderation, its groups and the latest vote by time', () => {
  const found = read({ participants: PEOPLE, summary: 'topic,Town\nconversation-description,"a\nb"\nvoters,3\n' })
  assert.deepEqual(votesOf(found), EXPECTED)
  assert.deepEqual(
    found.matrix.statements.map(({ text, moderated }) => [text, moderated]),
    [
      ['Buses, often', 1],
      ['Close the centre', 1],
      ['spam', -1],
    ],
  )
  assert.equal(found.topic, 'Town')
  assert.deepEqual(
    [...found.history],
    [
      ['a', '0'],
      ['b', '1'],
      ['c', ''],
    ],
  )
  const { notes, ...counts } = found.repairs
  assert.deepEqual(notes, [])
  assert.deepEqual(counts, {
    voteRows: 7,
    revotes: 1,
    votesKept: 6,
    signsFlipped: 0,
    timesInSeconds: 0,
    bodiesUnquoted: 0,
    cellsWithLineBreaks: 1,
    statementsRecounted: 0,
    statementsWithoutText: 0,
    cellsCompared: 6,
    cellsDiffering: 0,
  })
})

test('votes written with agree = -1 are turned, by the totals of either file', () => {
  for (const participants of [PEOPLE, undefined]) {
    const found = read({ votes: turned(VOTES), participants })
    assert.deepEqual(votesOf(found), EXPECTED)
    assert.equal(found.repairs.signsFlipped, 6)
  }
  const uncounted = COMMENTS.replace(/agrees,disagrees,/, '').replace(/,\d,\d,(-?\d),([^,]*|"[^"]*")$/gm, ',$1,$2')
  const byPeople = read({ comments: uncounted, votes: turned(VOTES), participants: PEOPLE })
  assert.deepEqual(votesOf(byPeople), EXPECTED)
  assert.equal(byPeople.repairs.statementsRecounted, 0)
})

test('without totals the declared convention counts, and without one it is said that 1 is taken as agree', () => {
  const bare =
    'timestamp,comment-id,author-id,moderated,comment-body\n1658934589213,0,1,1,x\n1658934589214,1,1,1,y\n1658934589215,2,1,-1,z\n'
  const declared = 'vote-convention,agree=-1;disagree=+1;pass=0;format=polis-export/1\n'
  assert.deepEqual(votesOf(read({ comments: bare, votes: turned(VOTES), summary: declared })), EXPECTED)
  const sidecar = JSON.stringify({ format: 'polis-export/1', 'vote-convention': 'agree=-1;disagree=+1;pass=0' })
  assert.deepEqual(votesOf(read({ comments: bare, votes: turned(VOTES), format: sidecar })), EXPECTED)
  const inside = `# vote-convention: disagree=+1;agree=-1;pass=0\n${turned(VOTES)}`
  assert.deepEqual(votesOf(read({ comments: bare, votes: inside })), EXPECTED)
  assert.throws(() => read({ format: '{' }), /format.json line 1: this is not JSON/)
  const silent = read({ comments: bare })
  assert.deepEqual(votesOf(silent), EXPECTED)
  assert.match(silent.repairs.notes[0]!, /No total shows whether agree is 1 or -1/)
})

test('a declaration that the totals contradict is not believed, and that is said', () => {
  const found = read({ summary: 'vote-convention,agree=-1;disagree=+1;pass=0\n' })
  assert.deepEqual(votesOf(found), EXPECTED)
  assert.match(found.repairs.notes[0]!, /The export declares agree = -1; the printed totals show 1/)
})

test('statements that were not quoted keep their commas, quotes and line breaks', () => {
  const comments = `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,importance,comment-body
1658934589213,d,0,1,3,0,1,0,First, "second" and third
1658934589214,d,1,1,0,2,1,0,Line one
line two, more

and a last one
1658934589215,d,2,2,1,0,-1,0,"never closed
1658934589216,d,3,2,0,0,0,0,"properly ""quoted"", with
a break"
1658934589217,d,4,2,0,0,0,0,"Uber" is fine
`
  const { matrix, repairs } = read({ comments })
  assert.deepEqual(
    matrix.statements.map(({ text }) => text),
    [
      'First, "second" and third',
      'Line one\nline two, more\n\nand a last one',
      '"never closed',
      'properly "quoted", with\na break',
      '"Uber" is fine',
    ],
  )
  assert.equal(repairs.bodiesUnquoted, 4)
  assert.equal(repairs.cellsWithLineBreaks, 2)
})

test('every generation of headers is read', () => {
  const newest = `timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body
1658934589,0,1,3,0,1,false,true,0.5,x
1658934589,1,1,0,2,1,true,false,0.5,y
1658934589,2,1,1,0,-1,false,false,0.5,z
`
  const seconds = VOTES.replace(/^(\d{10})\d{3},/gm, '$1,').replace('1658934600,Wed,0,c,1', '1658934601,Wed,0,c,1')
  const important = seconds.replace(/vote$/m, 'vote,important').replace(/^(\d.*)$/gm, '$1,0')
  const found = read({ comments: newest, votes: important })
  assert.deepEqual(votesOf(found), EXPECTED)
  assert.deepEqual(
    found.matrix.statements.map(({ meta }) => meta),
    [false, true, false],
  )
  assert.equal(found.repairs.timesInSeconds, 7)
  assert.equal(found.matrix.arrived[0], 1658934600000)
  const bulk = 'vote_id,user_id,vote_value,timestamp,comment_id\n1,a,1,1658934600.5,0\n'
  assert.throws(() => read({ votes: bulk.replace('1658934600.5', 'soon') }), /votes.csv line 2: timestamp is "soon"/)
  assert.deepEqual(votesOf(read({ votes: bulk })), ['a 0:1'])
  const untimed = read({ votes: 'comment-id,voter-id,vote\n0,a,1\n0,a,-1\n' })
  assert.deepEqual(votesOf(untimed), ['a 0:-1'])
  assert.match(untimed.repairs.notes.join(' '), /no timestamp column/)
})

test('without votes.csv the cells of the participants are the votes', () => {
  const found = read({ votes: null, participants: PEOPLE.replace('xid,', '').replace(/^(\w),,/gm, '$1,') })
  assert.deepEqual(votesOf(found), EXPECTED)
  assert.match(found.repairs.notes[0]!, /There is no votes.csv/)
  assert.throws(() => read({ votes: null }), /comments.csv line 1: there are no votes beside it/)
})

test('votes on statements that are not listed are kept, and cells that differ are counted', () => {
  const found = read({
    votes: `${VOTES}1658934600010,Wed,77,a,1\n`,
    participants: PEOPLE.replace('b,,1,1,2,1,1,1,-1', 'b,,1,1,2,1,1,0,-1'),
  })
  assert.equal(found.repairs.statementsWithoutText, 1)
  assert.deepEqual(votesOf(found)[0], 'a 0:1 1:-1 77:1')
  assert.equal(found.repairs.cellsDiffering, 2)
  assert.match(found.repairs.notes[0]!, /2 votes are not the same/)
})

test('cells of the participants may have the other sign than the votes', () => {
  const cells = PEOPLE.replace('1,1,1,-1,', '1,1,-1,1,').replace('1,1,1,-1,', '1,1,-1,1,').replace('0,1,,1', '0,-1,,-1')
  const { repairs } = read({ participants: cells })
  assert.deepEqual([repairs.cellsDiffering, repairs.signsFlipped], [0, 0])
  assert.deepEqual(repairs.notes, ['The cells of the table of participants have agree = -1.'])
})

test('totals that count re-votes are counted again', () => {
  const revoted = VOTES.replace('1658934600005,Wed,0,c,0', '1658934600005,Wed,0,c,1')
  const found = read({ comments: COMMENTS.replace(',0,1,3,0,1,"Buses', ',0,1,4,0,1,"Buses'), votes: revoted })
  assert.equal(found.repairs.statementsRecounted, 1)
})

test('ids named like parts of an object, long or with leading zeros stay themselves', () => {
  const votes = `timestamp,comment-id,voter-id,vote\n${['__proto__', 'constructor', '007', '7', '12345678901234567890'].map((id, at) => `165893460000${at},0,${id},1`).join('\n')}`
  assert.deepEqual(read({ votes }).matrix.people, ['__proto__', 'constructor', '007', '7', '12345678901234567890'])
})

test('what is wrong is named by file and line', () => {
  const wrong: Array<[Parameters<typeof read>[0], RegExp]> = [
    [{ comments: '' }, /comments.csv line 1: the file is empty, expected a header with comment-id/],
    [{ votes: '' }, /votes.csv line 1: the file is empty, expected a header/],
    [
      { votes: 'timestamp,voter-id,vote\n' },
      /votes.csv line 1: no column comment-id or comment_id, found timestamp, voter-id, vote/,
    ],
    [{ votes: VOTES.replace('b,1', 'b,2') }, /votes.csv line 3: vote is "2", expected 1, 0 or -1/],
    [{ votes: VOTES.replace('b,1', 'b,NaN') }, /votes.csv line 3: vote is "NaN"/],
    [{ votes: VOTES.replace('b,1', 'b') }, /votes.csv line 3: 4 columns, expected 5/],
    [{ votes: VOTES.replace('0,b,1', '0,,1') }, /votes.csv line 3: an id is missing/],
    [{ votes: VOTES.replace('1658934600001', '') }, /votes.csv line 3: timestamp is ""/],
    [
      { comments: COMMENTS.replace(',2,1,Close', ',2,yes,Close') },
      /comments.csv line 3: moderated is "yes", expected 1, 0 or -1/,
    ],
    [{ comments: COMMENTS.replace(',2,1,Close', ',many,1,Close') }, /comments.csv line 3: "many" is not a count/],
    [{ comments: COMMENTS.replace('2022,1,1', '2022,0,1') }, /comments.csv line 3: comment-id 0 is also on line 2/],
    [{ comments: COMMENTS.replace('2022,1,1', '2022,,1') }, /comments.csv line 3: no comment-id/],
    [{ comments: COMMENTS.replace(',1,Close the centre', '') }, /comments.csv line 3: 6 columns, expected 8/],
    [{ comments: COMMENTS.replace(/comment-body/, 'text') }, /comments.csv line 1: no column comment-body or txt/],
    [
      { participants: PEOPLE.replace('b,,1,1,2,1,1,1,-1,', 'b,,1') },
      /participants-votes.csv line 3: 3 columns, expected 10/,
    ],
    [{ participants: PEOPLE.replace('1,1,1,-1,', '1,1,1,-7,') }, /participants-votes.csv line 2: a vote is "-7"/],
    [{ participants: PEOPLE.replace('\nb,', '\na,') }, /participants-votes.csv line 3: participant a is listed twice/],
  ]
  for (const [changes, message] of wrong) assert.throws(() => read(changes), message)
})

test('more people than can be mapped are refused', () => {
  const rows = Array.from({ length: 100_001 }, (_, at) => `1658934600000,0,${at},1`)
  const votes = `timestamp,comment-id,voter-id,vote\n${rows.join('\n')}`
  assert.throws(() => read({ votes }), /votes.csv line 1: 100001 people, expected at most 100000/)
})
