import type { Check, ChecksOf } from '#modules/monitoring/signal.ts'
import { auditorsAccountable, verifiedIn } from '../store/checks.ts'

/** Verified evidence of the window, by task. */
export const evidenceChecks: ChecksOf = async (tx, programmeId, span) =>
  (await verifiedIn(tx, programmeId, span)).map((row): Check => ({ kind: 'task', note: 'own-evidence', ...row }))

/** Auditors who are accountable for tasks that they audit. */
export const auditedTasks: ChecksOf = async (tx, programmeId, { to }) =>
  (await auditorsAccountable(tx, programmeId, to)).map(
    ({ id, party }): Check => ({ kind: 'auditor-seat', id, own: true, note: 'implementer', parties: [party] }),
  )
