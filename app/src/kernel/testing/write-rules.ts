import { type Actor, hasRole, hasSeat, mayRead, mayReadProgramme } from '../access.ts'
import {
  actsForOwner,
  coordinates,
  declaresOwn,
  everyone,
  type Facts,
  isMember,
  isOfficial,
  isOperator,
  isSubject,
  jobsOnly,
  keepsDirectory,
  keepsOwner,
  nobody,
  oversees,
  ownChoice,
  type Rule,
  shared,
  works,
} from './actor-rules.ts'
import { opennessRules } from './openness-rules.ts'

/** Records: only with a current seat in the programme. */
export const mayAdd = (actor: Actor, { programmeId }: Facts) => hasSeat(actor, programmeId)
/** Records and details: only with a seat, and only what one sees. */
export const mayChange = (actor: Actor, facts: Facts) => hasSeat(actor, facts.programmeId) && mayRead(actor, facts)

/** Records whose insert follows another rule than a seat. */
export const addRules: Record<string, (actor: Actor, facts: Facts) => boolean> = {
  programmes: isOfficial,
  meeting_series: coordinates,
  meetings: coordinates,
  meeting_changes: coordinates,
  meeting_attendances: (actor, facts) => coordinates(actor, facts) || actsForOwner(actor, facts),
  agenda_items: (actor, facts) => coordinates(actor, facts) || actsForOwner(actor, facts),
  agenda_places: works,
  agenda_results: coordinates,
  events: (actor, facts) =>
    facts.class === 'public' || hasSeat(actor, facts.programmeId) || hasRole(actor, 'information-officer'),
  comments: (actor, facts) =>
    hasSeat(actor, facts.programmeId) || (actor.kind === 'person' && facts.class === 'public'),
  comment_moderations: (actor, facts) => coordinates(actor, facts) || hasRole(actor, 'information-officer'),
  discussion_settings: coordinates,
  documents: works,
  document_withdrawals: works,
}
/** The column that must name the actor, where it is not created_by. */
export const authorColumns: Record<string, string> = {
  events: 'person_id',
  discussion_subjects: 'id',
  document_subjects: 'id',
  search_texts: 'id',
}
/** Tables where the database asks for more than a seat, so that only refusals can be compared. */
export const addsNeedMore: Record<string, string> = {
  amendments: 'by someone who acts for a voting party and takes part, while the question is deliberated',
  amendment_answers: 'by the party that raised the question, or withdrawn by its own, while it is deliberated',
  appeal_answers: 'by the coordination team, once it is decided',
  appeals: 'by someone who acts for a voting party, once it is decided',
  ballots: 'by who is entitled, has answered the question of interest and takes part, while the vote is open',
  budget_lines: 'new, for a party that one answers for',
  budget_revisions: 'by the agency that spends the line or the coordination team',
  budget_realisations: 'by the agency that spends the line or the coordination team',
  contracts: 'of a line of this agency, as closed as it, asked for by a party',
  contract_changes: 'by the agency that pays or the coordination team, until it is annulled',
  resources: 'new, for a party that one answers for',
  resource_moves: 'by the party that offers or the coordination team, to another state',
  charter_signatures: 'by the head of the party, on the day, under a version that is put up for signature',
  classifications: 'the record as it stands, with a ground; nobody decides twice',
  classification_acts: 'in order, and a second person confirms',
  redactions: 'of a decision that one sees',
  file_redactions: 'from a file of the record that the decision withholds',
  decision_answers: 'in the name of an organisation one sits for, until it is decided',
  decision_concerned: 'by the party that raised it or the coordination team, while the question is deliberated',
  decision_options: 'by the party that raised it or the coordination team, while the question is deliberated',
  decision_outcomes: 'by the coordination team, with the quorum, when all have voted or the last day is over',
  decision_publications: 'by the coordination team, once it is decided',
  decision_questions: 'in the name of an organisation one sits for, until it is decided',
  decision_rounds: 'by the coordination team, by the rule of the charter',
  decision_withdrawals: 'by the party that raised it or the coordination team',
  decisions: 'a new question is deliberated from today on, and public or for members',
  delegations: 'by a head who takes part, to someone of the party',
  dissents: 'by someone who acts for a voting party and takes part, from the vote on',
  escalations: 'in the name of a party one acts for, open, from today on, public or for members',
  escalation_answers: 'by the head of a party that is asked, who did not raise it, while it is open',
  escalation_parties: 'together with the matter itself, parties that have a head',
  escalation_withdrawals: 'by the party that raised it, while it is open',
  interest_controls:
    'by the head of the person’s party or the coordination team, about a declared interest, never one’s own',
  interest_control_reasons: 'together with its control, restricted',
  interest_answers: 'by who is entitled to vote, for themselves',
  option_versions: 'by the party that raised the question, with the words of an accepted amendment',
  positions: 'by someone who acts for a voting party and takes part, while the question is deliberated',
  recusals: 'only with the ground that the register or the person’s own answer gives',
  round_extensions: 'by the coordination team, while the vote is open',
  meeting_links: 'given by the coordination team, and never public',
  minutes_versions: 'only of a meeting that was held; a draft is never public, the coordination team confirms',
  information_publications: 'of a request that was answered',
  information_request_steps: 'by the part that each has in a request, and only what fits how it stands',
  task_verifications: 'the verifier differs from the owner and from who gave the evidence',
  documents: 'on a record that one sees, in the name of a party one sits for',
  document_withdrawals: 'by the party that added it, the record’s owner or the coordination team',
  comment_versions: 'only the author words a comment',
  comment_mentions: 'only the author of a comment mentions people, who have a seat',
  question_answers: 'a reply to the question, named by who asked, the owner or the coordination team',
}

/** Tables whose rows are drafts until they are submitted, and what makes a row one. */
export const drafts: Record<string, string> = { charter_versions: "status = 'draft'" }

export const ownRules: Record<string, Rule> = {
  organisations: shared('directory', keepsDirectory),
  organisation_names: shared('directory', keepsOwner),
  organisation_identifiers: shared('directory', keepsOwner),
  memberships: shared('directory', keepsOwner),
  skills: {
    why: 'declared by their person; a merge of two records of one person moves them',
    reads: everyone,
    adds: (actor, facts) => isSubject(actor, facts) && isOfficial(actor),
    changes: (actor, facts) => isSubject(actor, facts) || keepsDirectory(actor),
    job: 'all',
  },
  territories: shared('official areas, loaded by the administrator', nobody),
  territory_loads: shared('which release of the official areas is loaded', nobody),
  parties: {
    ...shared('who takes part is as open as the programme; the coordination team decides it', coordinates),
    reads: mayReadProgramme,
  },
  seats: {
    ...shared('as open as the programme, and to who sits; the coordination team decides it', coordinates),
    reads: (actor, facts) => mayReadProgramme(actor, facts) || isSubject(actor, facts),
  },
  installation_roles: shared('who holds an office of the installation is public', isOperator),
  holidays: shared('working-day calendar', isOperator),
  calendar_versions: shared('working-day calendar', isOperator),
  people: {
    why: 'people without a role are seen by themselves and operators only',
    reads: isOperator,
    adds: isOfficial,
    job: 'all',
  },
  grants: {
    why: 'seen by who holds them and who may give them',
    reads: (actor, facts) => oversees(actor, facts) || isSubject(actor, facts),
    adds: (actor, facts) => coordinates(actor, facts) || hasRole(actor, 'information-officer'),
    job: 'nothing',
  },
  submissions: {
    why: 'the outcome of a form, for the person who sent it',
    reads: isSubject,
    adds: isSubject,
    job: 'nothing',
  },
  ballots: {
    why: 'members see who has voted; everyone, once the decision is published',
    reads: isMember,
    adds: nobody,
    job: 'record',
  },
  decision_outcomes: {
    why: 'members see how it ended; everyone, once the decision is published',
    reads: isMember,
    adds: coordinates,
    job: 'record',
  },
  secret_tallies: { why: 'sums of secret ballots; no role reads them', reads: nobody, adds: nobody, job: 'nothing' },
  interest_declarations: {
    why: 'who declared is public; each declares for themselves, and nothing is changed afterwards',
    reads: everyone,
    adds: declaresOwn,
    job: 'all',
  },
  declared_interests: { why: 'the public register', reads: everyone, adds: declaresOwn, job: 'all' },
  interest_notes: {
    why: 'read by the person, their head, auditors of their programmes and the information officer',
    reads: (actor, facts) => isSubject(actor, facts) || hasRole(actor, 'information-officer'),
    adds: declaresOwn,
    job: 'nothing',
  },
  event_numbers: { why: 'seen with its event; given by the sequencer', reads: mayRead, adds: nobody, job: 'read' },
  ...opennessRules,
  discussion_followings: ownChoice('what a person wants to hear of', 'read'),
  digest_choices: ownChoice('how often a person wants the digest', 'read'),
  notification_visits: ownChoice('when a person read the notifications', 'nothing'),
  digest_cursors: jobsOnly('up to when each digest has told'),
  pending_events: { why: 'inside of the sequencer', reads: nobody, adds: nobody, job: 'nothing' },
  follower_cursors: { why: 'operators watch followers', reads: isOperator, adds: nobody, job: 'all' },
  follower_failures: { why: 'operators watch followers', reads: isOperator, adds: nobody, job: 'all' },
  accounts: jobsOnly('sign-in'),
  sessions: jobsOnly('sign-in'),
  single_use_links: jobsOnly('sign-in'),
  api_tokens: jobsOnly('sign-in'),
  attempt_limits: jobsOnly('sign-in'),
  totp_keys: jobsOnly('sign-in'),
  passkeys: jobsOnly('sign-in'),
  used_challenges: jobsOnly('sign-in'),
  recovery_codes: jobsOnly('sign-in'),
  factor_resets: jobsOnly('sign-in'),
  identities: jobsOnly('sign-in'),
  calendar_links: jobsOnly('secret addresses of calendars'),
  mails: jobsOnly('addresses and links'),
}

/** Not protected row by row; neither role may touch them at all. */
export const outside: Record<string, string> = { schema_migrations: 'which migrations ran; the administrator only' }

/** Rows that go for good when their time is over; everything else stays. */
export const jobsMayDelete = [
  'sessions',
  'single_use_links',
  'api_tokens',
  'attempt_limits',
  'mails',
  'used_challenges',
  'submissions',
  'totp_keys',
  'passkeys',
  'recovery_codes',
  'identities',
]
