import type { ExchangePart } from '#modules/programmes/public.ts'
import { readAnswers, readCapacities, readQuestions } from './exchange/read-answers.ts'
import { readTasks } from './exchange/read-tasks.ts'
import { writeTasks } from './exchange/write-tasks.ts'

/** Tasks of a programme file: after organisations, services, territories and objectives. */
export const tasksPart: ExchangePart = {
  name: 'tasks',
  async read(tx, file, ids) {
    await readTasks(tx, file, ids)
    await readQuestions(tx, file, ids)
    await readAnswers(tx, file, ids)
    await readCapacities(tx, file, ids)
  },
  write: writeTasks,
}
