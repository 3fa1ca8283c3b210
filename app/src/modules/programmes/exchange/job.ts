import type { JobActor } from '#kernel/access.ts'

/** Whoever reads and writes programme files: no person, and never more than what members read. */
export const importJob: JobActor = { kind: 'job', job: 'import', classes: ['public', 'members'] }
export const exportJob: JobActor = { kind: 'job', job: 'export', classes: ['public', 'members'] }
