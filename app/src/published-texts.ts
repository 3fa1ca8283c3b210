import type { TextSource } from '#modules/classification/text-source.ts'

const ofDecision = { kind: 'decision', table: 'decisions', by: 'decision_id' } as const
const ofProgramme = { kind: 'programme', table: 'programmes', by: 'programme_id' } as const
const ofTask = { kind: 'task', table: 'tasks', by: 'task_id' } as const
const ofLine = { kind: 'budget-line', table: 'budget_lines', by: 'line_id' } as const
const ofCommitment = { kind: 'commitment', table: 'commitments', by: 'commitment_id' } as const

/** What people write and everyone may read: which columns of which tables, and the record on whose page it stands. */
export const publishedTexts: TextSource[] = [
  { table: 'programmes', columns: ['name', 'name_en', 'summary', 'summary_en'], kind: 'programme' },
  { table: 'charter_versions', columns: ['purpose', 'purpose_en', 'mandate', 'mandate_en'], record: ofProgramme },
  { table: 'thresholds', columns: ['reason'], record: ofProgramme },
  { table: 'agenda_items', columns: ['title', 'body'], record: ofProgramme },
  {
    table: 'measures',
    columns: ['name', 'name_en'],
    record: { kind: 'objective', table: 'objectives', by: 'objective_id' },
  },
  {
    table: 'objectives',
    columns: ['title', 'title_en', 'summary', 'summary_en', 'dropped_because'],
    kind: 'objective',
  },
  { table: 'commitments', columns: ['title', 'title_en', 'outcome', 'expected_evidence'], kind: 'commitment' },
  { table: 'commitment_reports', columns: ['text'], record: ofCommitment },
  { table: 'commitment_moves', columns: ['reason'], record: ofCommitment },
  { table: 'commitment_assessments', columns: ['reason'], record: ofCommitment },
  { table: 'tasks', columns: ['title', 'title_en', 'target_group'], kind: 'task' },
  { table: 'task_moves', columns: ['reason', 'reason_en'], record: ofTask },
  { table: 'task_evidence', columns: ['what', 'what_en', 'body'], record: ofTask },
  { table: 'task_questions', columns: ['title', 'title_en'], record: ofTask },
  { table: 'decisions', columns: ['question', 'question_en', 'background'], kind: 'decision' },
  { table: 'decision_options', columns: ['title', 'body'], record: ofDecision },
  { table: 'option_versions', columns: ['body'], record: ofDecision },
  { table: 'amendments', columns: ['clause', 'body', 'reason'], record: ofDecision },
  { table: 'positions', columns: ['reason'], record: ofDecision },
  { table: 'dissents', columns: ['body'], record: ofDecision },
  { table: 'decision_questions', columns: ['body'], record: ofDecision },
  { table: 'decision_answers', columns: ['body'], record: ofDecision },
  { table: 'decision_publications', columns: ['answer', 'reason'], record: ofDecision },
  { table: 'next_steps', columns: ['title'], record: ofDecision },
  { table: 'meetings', columns: ['title', 'title_en', 'place'], kind: 'meeting' },
  { table: 'agenda_results', columns: ['text'], record: { kind: 'meeting', table: 'meetings', by: 'meeting_id' } },
  {
    table: 'minutes_versions',
    columns: ['body', 'because'],
    record: { kind: 'meeting', table: 'meetings', by: 'meeting_id' },
  },
  { table: 'escalations', columns: ['question', 'tried'], kind: 'escalation' },
  {
    table: 'escalation_answers',
    columns: ['reason'],
    record: { kind: 'escalation', table: 'escalations', by: 'escalation_id' },
  },
  { table: 'budget_lines', columns: ['title', 'title_en'], kind: 'budget-line' },
  { table: 'budget_revisions', columns: ['because'], record: ofLine },
  { table: 'budget_realisations', columns: ['evidence', 'because'], record: ofLine },
  { table: 'contracts', columns: ['number', 'title', 'title_en'], kind: 'contract' },
  {
    table: 'contract_changes',
    columns: ['because'],
    record: { kind: 'contract', table: 'contracts', by: 'contract_id' },
  },
  { table: 'resources', columns: ['title', 'title_en', 'description', 'unit'], kind: 'resource' },
  {
    table: 'resource_moves',
    columns: ['because'],
    record: { kind: 'resource', table: 'resources', by: 'resource_id' },
  },
  { table: 'mitigations', columns: ['text'], record: { kind: 'obstacle', table: 'obstacles', by: 'obstacle_id' } },
  { table: 'comment_versions', columns: ['body'], record: { kind: 'comment', table: 'comments', by: 'comment_id' } },
  { table: 'documents', columns: ['title', 'file_name'], kind: 'document' },
  {
    table: 'information_publications',
    columns: ['title', 'body'],
    record: { kind: 'information-request', table: 'information_requests', by: 'request_id' },
  },
  {
    table: 'information_request_wordings',
    columns: ['subject', 'purpose'],
    record: { kind: 'information-request', table: 'information_requests', by: 'request_id' },
  },
  {
    table: 'classifications',
    columns: ['label', 'information', 'harm', 'weighing', 'stays_open'],
    kind: 'classification',
  },
]
