import type { Signals } from '#modules/monitoring/signal.ts'
import type { TaskLinks } from './links.ts'
import { coordination } from './signals/coordination.ts'
import { taskMeasures } from './signals/measures.ts'
import { resistance } from './signals/resistance.ts'
import { resources } from './signals/resources.ts'

/** Everything that tasks can tell of a programme: F2, F3, F4; D1 a c d, D3 b d, D4 c e. */
export function taskSignals(links: Pick<TaskLinks, 'measuredObjectives'>): Signals {
  return { measures: taskMeasures(links), conditions: [...coordination, ...resources, ...resistance] }
}

export { taskRows } from './signals/rows.ts'
