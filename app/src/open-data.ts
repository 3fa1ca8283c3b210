import type { Dataset } from '#kernel/dataset.ts'
import type { Module } from '#kernel/module.ts'
import type { Text } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { decisionDatasets } from '#modules/decisions/datasets.ts'
import { directoryDatasets } from '#modules/directory/datasets.ts'
import { answeredQuestions } from '#modules/discussions/answered-questions.ts'
import { meetingDatasets } from '#modules/meetings/datasets.ts'
import { monitoringDatasets } from '#modules/monitoring/datasets.ts'
import { objectiveDatasets } from '#modules/objectives/datasets.ts'
import { openData } from '#modules/opendata/module.ts'
import { partyIdsOf, programmeDatasets } from '#modules/programmes/datasets.ts'
import { requestDatasets } from '#modules/requests/datasets.ts'
import { requestSubjects } from '#modules/requests/subjects.ts'
import { resourceDatasets } from '#modules/resources/datasets.ts'
import { taskDatasets } from '#modules/tasks/datasets.ts'

/** What anyone may download, each declared by the module whose records it holds. */
export const openDatasets: Dataset[] = [
  ...programmeDatasets,
  ...directoryDatasets(partyIdsOf),
  ...objectiveDatasets,
  ...taskDatasets,
  ...decisionDatasets,
  ...meetingDatasets,
  ...monitoringDatasets,
  ...requestDatasets,
  ...resourceDatasets,
]

/** The room of open data with every module's datasets, and what feeds tell of their records. */
export function openDataWith(subjects: SubjectReader[], eventNames: Record<string, Text>): Module {
  return openData(openDatasets, { eventNames, subjects: [...subjects, answeredQuestions, requestSubjects] })
}
