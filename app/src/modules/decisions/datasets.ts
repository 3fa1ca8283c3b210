import { sql } from 'kysely'
import type { Dataset, DatasetColumn } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'
import { ballotAnswers, decisionStates } from './decision.ts'

const ofDecision: DatasetColumn = {
  name: 'decision_id',
  type: 'string',
  title: both('Perkara', 'Decision'),
  required: true,
  names: 'decisions',
}

const decisions: Dataset = {
  key: 'decisions',
  title: both('Keputusan', 'Decisions'),
  description: both(
    'Perkara yang diputuskan bersama, cara memutusnya, dan jawabannya setelah diumumkan.',
    'Questions decided together, the rule they were decided by, and the answer once it is published.',
  ),
  keywords: both('perkara hasil pengumuman', 'question outcome publication'),
  frequency: 'continual',
  kinds: ['decision'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'number', type: 'integer', title: both('Nomor dalam tahunnya', 'Number within its year'), required: true },
    { name: 'raised_on', type: 'date', title: both('Diajukan pada', 'Raised on'), required: true },
    { name: 'question', type: 'string', title: both('Perkara', 'Question'), required: true },
    { name: 'question_en', type: 'string', title: both('Perkara (Inggris)', 'Question (English)') },
    { ...writtenIn },
    organisation('owner_id', both('Diajukan oleh', 'Raised by'), { required: true }),
    { name: 'rule', type: 'string', title: both('Cara memutus', 'Rule'), required: true },
    { name: 'quorum', type: 'number', title: both('Kuorum (0–1)', 'Quorum (0–1)'), required: true },
    { name: 'state', type: 'string', title: both('Keadaan', 'State'), required: true, values: decisionStates },
    { name: 'published_on', type: 'date', title: both('Diumumkan pada', 'Published on') },
    { name: 'result', type: 'string', title: both('Hasil putaran terakhir', 'Result of the last round') },
    { name: 'answer', type: 'string', title: both('Putusan', 'Answer') },
    { name: 'reason', type: 'string', title: both('Alasan', 'Reason') },
    { name: 'review_on', type: 'date', title: both('Ditinjau pada', 'Review on') },
    { name: 'reverses_id', type: 'string', title: both('Membatalkan', 'Reverses'), names: 'decisions' },
  ],
  query: sql`select c.id, p.slug as programme, c.number, c.raised_on, c.question, c.question_en, c.lang, c.owner_id, c.rule,
      c.quorum, c.state, u.published_on, u.answer, u.reason, u.review_on,
      (select o.result from decision_outcomes o join decision_rounds r on r.id = o.round_id
        where o.decision_id = c.id and u.id is not null order by r.number desc limit 1) as result,
      (select q.id from decisions q where q.id = c.reverses_id and q.class = 'public') as reverses_id
    from decisions c join programmes p on p.id = c.programme_id
    left join decision_publications u on u.decision_id = c.id
    where c.class = 'public' and p.class = 'public'`,
}

const rounds: Dataset = {
  key: 'decision-rounds',
  title: both('Putaran pemungutan suara', 'Rounds of voting'),
  description: both(
    'Hasil tiap putaran dari keputusan yang sudah diumumkan. Dari pemungutan suara rahasia hanya jumlahnya.',
    'The outcome of each round of published decisions. Of secret ballots only the sums.',
  ),
  keywords: both('hasil kuorum suara', 'result quorum vote'),
  frequency: 'continual',
  kinds: ['decision'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    ofDecision,
    { name: 'number', type: 'integer', title: both('Putaran', 'Round'), required: true },
    { name: 'option', type: 'string', title: both('Pilihan', 'Option'), required: true },
    { name: 'rule', type: 'string', title: both('Cara memutus', 'Rule'), required: true },
    { name: 'secret', type: 'boolean', title: both('Rahasia', 'Secret'), required: true },
    { name: 'decided_on', type: 'date', title: both('Diputuskan pada', 'Decided on'), required: true },
    {
      name: 'result',
      type: 'string',
      title: both('Hasil', 'Result'),
      required: true,
      values: ['adopted', 'rejected', 'no-consensus', 'void'],
    },
    { name: 'eligible', type: 'integer', title: both('Pihak yang berhak', 'Eligible parties'), required: true },
    { name: 'cast_ballots', type: 'integer', title: both('Suara masuk', 'Ballots cast'), required: true },
    { name: 'recused', type: 'integer', title: both('Tidak ikut memutus', 'Recused'), required: true },
    { name: 'yes', type: 'number', title: both('Setuju', 'For') },
    { name: 'no', type: 'number', title: both('Menolak', 'Against') },
    { name: 'abstain', type: 'number', title: both('Abstain', 'Abstentions') },
  ],
  query: sql`select r.id, p.slug as programme, r.decision_id, r.number, n.title as option, r.rule, r.secret, o.decided_on,
      o.result, o.eligible, o.cast_ballots, o.recused, o.yes, o.no, o.abstain
    from decision_outcomes o join decision_rounds r on r.id = o.round_id join decision_options n on n.id = o.option_id
    join decisions c on c.id = r.decision_id join programmes p on p.id = c.programme_id
    join decision_publications u on u.decision_id = c.id where c.class = 'public' and p.class = 'public'`,
}

/** Open ballots of closed and published rounds; never one of a secret round, not even that it was cast. */
const votes: Dataset = {
  key: 'votes',
  title: both('Suara pihak', 'Votes of parties'),
  description: both(
    'Suara tiap pihak dalam pemungutan suara terbuka, setelah keputusannya diumumkan. Suara rahasia tidak pernah dimuat.',
    'The vote of each party in open votes, once the decision is published. Secret ballots are never part of it.',
  ),
  keywords: both('suara setuju menolak', 'ballot for against'),
  frequency: 'continual',
  kinds: ['decision'],
  primaryKey: ['round_id', 'organisation_id'],
  columns: [
    { name: 'round_id', type: 'string', title: both('Putaran', 'Round'), required: true, names: 'decision-rounds' },
    organisation('organisation_id', both('Pihak', 'Party'), { required: true }),
    ofProgramme,
    ofDecision,
    { name: 'answer', type: 'string', title: both('Suara', 'Vote'), required: true, values: ballotAnswers },
    { name: 'weight', type: 'number', title: both('Bobot', 'Weight'), required: true },
  ],
  query: sql`select b.round_id, b.organisation_id, p.slug as programme, b.decision_id, b.answer, b.weight
    from ballots b join decision_rounds r on r.id = b.round_id and not r.secret
    join decision_outcomes o on o.round_id = r.id
    join decisions c on c.id = b.decision_id join programmes p on p.id = c.programme_id
    join decision_publications u on u.decision_id = c.id where c.class = 'public' and p.class = 'public'`,
}

export const decisionDatasets: Dataset[] = [decisions, rounds, votes]
