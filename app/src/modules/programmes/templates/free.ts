import type { ProgrammeTemplate } from './template.ts'
import { role } from './work.ts'

/** Only what every joint programme needs: somebody who coordinates, and somebody who stands in. */
export const free: ProgrammeTemplate = {
  charter: {
    lang: 'id',
    decision_rule: 'consensus',
    quorum: 0.67,
    cadence_every: 1,
    cadence_unit: 'month',
    publishable: ['commitments', 'tasks', 'decisions', 'reports'],
    waiting_limit: 10,
    roles: [role('Koordinator', 'Coordinator'), role('Wakil koordinator', 'Deputy coordinator')],
  },
  work: [],
}
