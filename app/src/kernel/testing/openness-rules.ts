import { hasRole, mayReadProgramme } from '../access.ts'
import {
  decides,
  everyone,
  isInformationOfficer,
  isMember,
  isOperator,
  isSubject,
  logged,
  nobody,
  person,
  type Rule,
  shared,
} from './actor-rules.ts'

/** Tables of information requests, the public log and classification: open by nature, or closed to all but an office. */
export const opennessRules: Record<string, Rule> = {
  information_rules: shared('the law’s deadlines, as configured', isOperator),
  information_requests: {
    why: 'the public register; asked for by anyone, unnamed, or entered at a desk',
    reads: everyone,
    // A row of the web names nobody, and here each actor names themselves.
    adds: (actor) => actor.kind === 'visitor',
    job: 'read',
  },
  information_request_steps: {
    why: 'what happened to a request, as codes',
    reads: everyone,
    adds: isInformationOfficer,
    job: 'read',
  },
  information_request_wordings: {
    why: 'public words of a request',
    reads: everyone,
    adds: isInformationOfficer,
    job: 'read',
  },
  information_publications: { why: 'answers for everyone', reads: everyone, adds: isInformationOfficer, job: 'read' },
  information_requesters: {
    why: 'who asks: the information officer and the requester; the mail job its address only',
    reads: (actor, facts) => isInformationOfficer(actor) || isSubject(actor, facts),
    adds: nobody,
    job: 'nothing',
  },
  information_request_texts: {
    why: 'what was written: also whoever holds the information or decides the objection, in their part',
    reads: isInformationOfficer,
    adds: nobody,
    job: 'nothing',
  },
  information_request_tokens: {
    why: 'hashes of secret links: brought once with a request, read by nobody',
    reads: nobody,
    adds: (actor) => actor.kind !== 'job',
    job: 'nothing',
  },
  log_identity: logged('name and key of the public log'),
  log_entries: logged('the public log, written by its job'),
  log_tiles: logged('the public log, written by its job'),
  log_days: logged('checkpoints of the public log'),
  log_states: { ...logged('which tree of the public log is decided'), reads: nobody },
  log_seeds: {
    why: 'what hides the closed fields of the log; no role reads it',
    reads: nobody,
    adds: nobody,
    job: 'nothing',
  },
  standing_classifications: {
    why: 'what stands now, kept by triggers for the stubs of lists; no role reads it',
    reads: nobody,
    adds: nobody,
    job: 'nothing',
  },
  classified_records: { why: 'which records exist, and their class', reads: isMember, adds: nobody, job: 'read' },
  class_changes: { why: 'when a class changed; kept by triggers', reads: isMember, adds: nobody, job: 'read' },
  classifications: {
    why: 'what is withheld and why is public; its head or the information officer decides',
    reads: mayReadProgramme,
    adds: decides,
    job: 'read',
  },
  classification_acts: {
    why: 'as the decision that they are about',
    reads: mayReadProgramme,
    adds: decides,
    job: 'read',
  },
  personal_data_confirmations: {
    why: 'who let a public text pass; each for themselves',
    reads: isMember,
    adds: (actor) => person(actor, () => true),
    job: 'read',
  },
  redactions: {
    why: 'the public version of what is withheld in part',
    reads: mayReadProgramme,
    adds: decides,
    job: 'read',
  },
  file_redactions: {
    why: 'that a file was opened in part, as open as the decision',
    reads: mayReadProgramme,
    adds: decides,
    job: 'read',
  },
  breaches: {
    why: 'known to the information officer and the operator until announced',
    reads: (actor) => hasRole(actor, 'information-officer') || isOperator(actor),
    adds: (actor) => hasRole(actor, 'information-officer'),
    job: 'read',
  },
  breach_acts: {
    why: 'as the breach; notes stay with the two offices',
    reads: (actor) => hasRole(actor, 'information-officer') || isOperator(actor),
    adds: (actor) => hasRole(actor, 'information-officer'),
    job: 'read',
  },
}
