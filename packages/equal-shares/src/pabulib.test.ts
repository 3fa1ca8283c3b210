import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Election, ElectionError } from './election.ts'
import { readPabulib } from './pabulib.ts'

type Parts = { meta?: string[]; projects?: string[]; votes?: string[]; end?: string }

function file({ meta = [], projects, votes, end = '\n' }: Parts = {}): string {
  const fields = ['budget;100000.0', 'vote_type;approval', ...meta]
  const replaced = fields.filter(
    (field, at) => !fields.some((other, later) => later > at && other.split(';')[0] === field.split(';')[0]),
  )
  return [
    'META',
    'key;value',
    ...replaced,
    'PROJECTS',
    ...(projects ?? ['project_id;cost;name', '7;50000.0;Lamp', 'L20/03/XII;776.50;"A ""wide"" path; with steps"']),
    'VOTES',
    ...(votes ?? ['voter_id;vote', 'a;7,L20/03/XII', 'b;7', 'c;']),
    '',
  ].join(end)
}

function failure(text: string): string {
  try {
    readPabulib(text)
  } catch (error) {
    if (error instanceof ElectionError) return error.message
    throw error
  }
  return 'no error'
}

const supports = ({ ballots }: Election) =>
  ballots.map(({ projects, weights }) => projects.map((p, i) => [p, weights[i]]))

describe('a Pabulib file', () => {
  test('is read with text ids, exact money and quoted cells', () => {
    const election = readPabulib(file())
    assert.deepEqual(election.projects, [
      { id: '7', name: 'Lamp', cost: 500_000n },
      { id: 'L20/03/XII', name: 'A "wide" path; with steps', cost: 7_765n },
    ])
    assert.equal(election.budget, 1_000_000n)
    assert.equal(election.decimals, 1)
    assert.deepEqual(supports(election), [
      [
        [0, 1],
        [1, 1],
      ],
      [[0, 1]],
      [],
    ])
  })

  test('reads the same with CRLF, a lone CR, a byte order mark and blank lines', () => {
    const plain = readPabulib(file())
    for (const end of ['\r\n', '\r', '\n\n']) assert.deepEqual(readPabulib(`\ufeff${file({ end })}`), plain)
  })

  test('keeps line breaks and semicolons in quoted cells, and counts lines past them', () => {
    const projects = ['project_id;name;cost', '7;"two\nlines; one ""cell""" and more;10', '8;say "hi";oops']
    assert.match(failure(file({ projects })), /^line 9: cost of project "8": .* found "oops"/)
    const whole = readPabulib(file({ projects: projects.slice(0, 2), votes: ['voter_id;vote', 'a;"7"'] }))
    assert.equal(whole.projects[0]!.name, 'two\nlines; one "cell" and more')
  })

  test('may have section lines padded by a spreadsheet, no line key;value, and columns in any order and case', () => {
    const older = file()
      .replace('key;value\n', '')
      .replace('META\n', 'meta;;\n')
      .replace(
        'PROJECTS\nproject_id;cost;name\n7;50000.0;Lamp',
        'Projects;;;\nName;votes;COST;Project_ID\nLamp;2;50000;7',
      )
      .replace('L20/03/XII;776.50;"A ""wide"" path; with steps"', '"A ""wide"" path; with steps";1;776.50;L20/03/XII')
      .replace('VOTES\nvoter_id;vote', 'VOTES;\nvoter_id;age;vote')
      .replace('a;7', 'a;40;7')
      .replace('b;7', 'b;41;7')
      .replace('c;', 'c;42;')
    assert.deepEqual(readPabulib(older), readPabulib(file()))
  })

  test('gives each vote type its weights', () => {
    const one = readPabulib(file({ meta: ['vote_type;choose-1'], votes: ['voter_id;vote', 'a;7', 'b;'] }))
    assert.deepEqual(supports(one), [[[0, 1]], []])
    const points = readPabulib(
      file({ meta: ['vote_type;cumulative'], votes: ['voter_id;vote;points', 'a;L20/03/XII,7;2.5,0', 'b;7;1'] }),
    )
    assert.deepEqual(supports(points), [
      [
        [1, 25],
        [0, 0],
      ],
      [[0, 10]],
    ])
    assert.equal(points.pointDecimals, 1)
    const ranked = readPabulib(
      file({ meta: ['vote_type;ordinal', 'max_length;3'], votes: ['voter_id;vote', 'a;L20/03/XII,7', 'b;7'] }),
    )
    assert.deepEqual(supports(ranked), [
      [
        [1, 3],
        [0, 2],
      ],
      [[0, 3]],
    ])
  })

  test('keeps ids that are names of properties of every object', () => {
    const ids = ['__proto__', 'constructor', 'toString']
    const projects = ['project_id;cost', ...ids.map((id) => `${id};10`)]
    const election = readPabulib(
      file({
        meta: ['__proto__;x'],
        projects,
        votes: ['voter_id;vote', `hasOwnProperty;${ids}`, '__proto__;constructor'],
      }),
    )
    assert.deepEqual(
      election.projects.map(({ id }) => id),
      ids,
    )
    assert.deepEqual(supports(election)[1], [[1, 1]])
  })

  test('warns of counts and lengths that do not agree, and counts what is there', () => {
    const { warnings, ballots } = readPabulib(file({ meta: ['num_votes;4', 'num_projects;2', 'max_length;1'] }))
    assert.equal(ballots.length, 3)
    assert.deepEqual(warnings, [
      'line 5: num_votes says 4, the file has 3 ballots',
      '1 ballot: name more than max_length = 1 projects; they count as they are',
    ])
  })

  test('warns of cells without a column, of points over the limit, and of points that are not the ranks', () => {
    const wide = readPabulib(file({ votes: ['voter_id;vote', 'a;7;;', 'b;7;x', 'c;7;x'] }))
    assert.deepEqual(wide.warnings, ['line 12: more cells than columns, here and in 1 more rows of VOTES'])
    const points = ['voter_id;vote;points', 'a;7,L20/03/XII;2,1', 'b;7;3']
    assert.deepEqual(
      readPabulib(file({ meta: ['vote_type;cumulative', 'max_sum_points;2'], votes: points })).warnings,
      ['2 ballots: give more than max_sum_points = 2 points; they count as they are'],
    )
    assert.deepEqual(readPabulib(file({ meta: ['vote_type;ordinal', 'max_length;2'], votes: points })).warnings, [
      '1 ballot: give other points than their ranks; the ranks count, with max_length = 2 points for the first',
    ])
  })

  test('lets fields repeat that change nothing, and keeps amounts with many decimals exact', () => {
    const projects = ['project_id;cost', '7;33333.33333333333333333333', 'L20/03/XII;0.1']
    const election = readPabulib(file({ meta: ['comment;one', 'Comment;two;three'], projects }))
    assert.equal(election.projects[0]!.cost, 3333333333333333333333333n)
    assert.equal(election.decimals, 20)
  })

  test('keeps the threshold exact in the units of the scores', () => {
    const votes = ['voter_id;vote;points', 'a;7;0.1']
    const election = readPabulib(file({ meta: ['vote_type;cumulative', 'min_project_score_threshold;1.1'], votes }))
    assert.equal(election.threshold, 11)
  })
})

describe('a broken file is refused with the line and what was expected', () => {
  const projects = (...rows: string[]) => ({ projects: ['project_id;cost', ...rows] })
  const votes = (...rows: string[]) => ({ votes: ['voter_id;vote', ...rows] })
  const cases: [string, string, RegExp][] = [
    ['empty', '', /^line 1: the file ends without a META section/],
    ['something else', '<html>', /^line 1: expected META, found "<html>"/],
    ['no votes section', file().split('VOTES')[0]!, /^line 8: the file ends without a VOTES section/],
    ['section twice', `${file()}VOTES\n`, /^line 14: a second VOTES section/],
    ['no budget', file().replace('budget;100000.0\n', ''), /^line 1: META has no "budget"/],
    [
      'key twice',
      file({ meta: ['rule;greedy'] }).replace('rule;greedy', 'rule;greedy\nrule;x'),
      /^line 6: "rule" was already given on line 5/,
    ],
    ['budget no number', file({ meta: ['budget;NaN'] }), /^line 4: budget: expected a positive amount/],
    ['budget too large', file({ meta: ['budget;1000000000000000.0'] }), /^line 4: .* too large/],
    ['unknown vote type', file({ meta: ['vote_type;veto'] }), /^line 4: vote_type: expected approval, choose-1/],
    ['threshold no number', file({ meta: ['min_project_score_threshold;x'] }), /^line 5: min_project_score_threshold/],
    ['max_length no number', file({ meta: ['max_length;-1'] }), /^line 5: max_length: expected a whole number/],
    ['column missing', file({ projects: ['project_id;price', '7;1'] }), /^line 6: PROJECTS has no column "cost"/],
    ['column twice', file({ projects: ['project_id;cost;cost', '7;1;1'] }), /^line 6: two columns are called "cost"/],
    ['no cost', file(projects('7;')), /^line 7: cost of project "7": expected a positive amount/],
    ['cost 0', file(projects('7;0')), /^line 7: cost of project "7"/],
    ['cost infinite', file(projects('7;Infinity')), /^line 7: cost of project "7"/],
    ['cost with exponent', file(projects('7;1e5')), /^line 7: cost of project "7"/],
    ['project twice', file(projects('7;1', '7;2')), /^line 8: project "7" was already given on line 7/],
    ['id with a comma', file(projects('7,8;1')), /^line 7: project_id: expected a text without commas/],
    ['no ballot', file(votes()), /^line 10: VOTES has no ballot/],
    ['voter twice', file(votes('a;7', 'b;7', 'a;7')), /^line 13: voter "a" has already voted on line 11/],
    ['voter empty', file(votes(';7')), /^line 11: voter_id is empty/],
    ['unknown project', file(votes('a;7,9')), /^line 11: the ballot names "9", which is no project/],
    ['project twice on a ballot', file(votes('a;7,7')), /^line 11: the ballot names "7" twice/],
    [
      'two choices',
      file({ meta: ['vote_type;choose-1'], ...votes('a;7,L20/03/XII') }),
      /^line 11: a choose-1 ballot names one project, this one names 2/,
    ],
    [
      'too long a ranking',
      file({ meta: ['vote_type;ordinal', 'max_length;1'], ...votes('a;7,L20/03/XII') }),
      /^line 12: the ballot ranks 2 projects/,
    ],
    ['no points', file({ meta: ['vote_type;cumulative'] }), /^line 10: VOTES has no column "points"/],
    [
      'points missing',
      file({ meta: ['vote_type;cumulative'], votes: ['voter_id;vote;points', 'a;7,L20/03/XII;1'] }),
      /^line 11: expected 2 points/,
    ],
    [
      'negative points',
      file({ meta: ['vote_type;cumulative'], votes: ['voter_id;vote;points', 'a;7;-1'] }),
      /^line 11: points: expected a number from 0/,
    ],
    ['open quote', file(projects('7;1', '8;2;"open')), /^line 8: a quoted cell is opened here and never closed/],
  ]
  for (const [name, text, wanted] of cases) test(name, () => assert.match(failure(text), wanted))

  test('in time that grows with its size only', () => {
    const began = process.cpuUsage().user
    const many = 300_000
    failure(`META\ncomment;${';'.repeat(many)}x\n`)
    failure(`META\n${'"a\n'.repeat(many)}`)
    failure(`META\n"${'a""\n'.repeat(many)}`)
    failure(`META\nbudget;${'0'.repeat(many)}x\n`)
    failure(file({ votes: ['voter_id;vote', `a;${'7,'.repeat(many)}`] }))
    const seconds = (process.cpuUsage().user - began) / 1e6
    assert.ok(seconds < 5, `${seconds} s`)
  })

  test('no text at all makes the reader fail in another way', () => {
    const piece = fc.constantFrom(
      'META',
      'PROJECTS',
      'VOTES',
      ';',
      '\n',
      '"',
      'budget',
      '1',
      'vote_type',
      'approval',
      'project_id;cost',
      'voter_id;vote',
      ',',
      'é',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        ),
        (text) => failure(text) !== '',
      ),
      {
        numRuns: 2000,
      },
    )
  })
})
