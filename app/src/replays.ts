import type { Replay } from '#kernel/replay.ts'
import { classificationReplay } from '#modules/classification/replay.ts'
import { decisionReplay } from '#modules/decisions/replay.ts'
import { declarationReplay } from '#modules/interests/replay.ts'
import { agendaReplay, meetingReplay } from '#modules/meetings/replay.ts'
import { objectiveReplay } from '#modules/objectives/replay.ts'
import { charterReplay, commitmentReplay, partyReplay, roleReplay, seatReplay } from '#modules/programmes/replay.ts'
import { requestReplay } from '#modules/requests/replay.ts'
import { budgetLineReplay, contractReplay } from '#modules/resources/replay.ts'
import { capacityReplay, taskReplay } from '#modules/tasks/replay.ts'

/** What `mufakat log verify` rebuilds from the log and compares with the tables that indicators read. */
export const replays: Replay[] = [
  commitmentReplay,
  seatReplay,
  partyReplay,
  charterReplay,
  roleReplay,
  taskReplay,
  capacityReplay,
  objectiveReplay,
  declarationReplay,
  decisionReplay,
  meetingReplay,
  agendaReplay,
  requestReplay,
  classificationReplay,
  budgetLineReplay,
  contractReplay,
]
