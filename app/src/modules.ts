import type { ReadTx } from '#kernel/database.ts'
import type { Module } from '#kernel/module.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import { about } from '#modules/about/module.ts'
import { accounts } from '#modules/accounts/module.ts'
import { classificationDesk } from '#modules/classification/desk.tsx'
import { findingsDesk } from '#modules/classification/findings-desk.tsx'
import { classificationModule, classificationSubjects } from '#modules/classification/module.ts'
import { classificationPaths } from '#modules/classification/paths.ts'
import { classificationOfRecord } from '#modules/classification/record-section.tsx'
import { classificationSection } from '#modules/classification/section.tsx'
import { classificationRows, classificationSignals } from '#modules/classification/signals.ts'
import { classificationEventNames } from '#modules/classification/words.ts'
import { decisionDesk } from '#modules/decisions/desk.tsx'
import type { DecisionLinks } from '#modules/decisions/links.ts'
import { decisionSubjects, decisionsModule } from '#modules/decisions/module.ts'
import { namingDecisions } from '#modules/decisions/naming-section.tsx'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { decisionSection } from '#modules/decisions/programme-section.tsx'
import { appealChecks, decisionRows, decisionSignals } from '#modules/decisions/signals.ts'
import { decisionStakes } from '#modules/decisions/stakes.ts'
import { decisionEventNames } from '#modules/decisions/words.ts'
import { directory } from '#modules/directory/module.ts'
import { discussionsModule } from '#modules/discussions/module.ts'
import { discussionPaths } from '#modules/discussions/paths.ts'
import { discussionSection, noticeDesk, programmeDiscussion } from '#modules/discussions/sections.tsx'
import { discussionEventNames } from '#modules/discussions/words.ts'
import { documentsModule } from '#modules/documents/module.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { openDocumentsOf } from '#modules/documents/public.ts'
import { documentSection, documentsWithin, programmeDocuments } from '#modules/documents/sections.tsx'
import { documentEventNames } from '#modules/documents/words.ts'
import { erasureDesk } from '#modules/erasures/desk.tsx'
import { erasuresModule } from '#modules/erasures/module.ts'
import { erasurePaths } from '#modules/erasures/paths.ts'
import { erasureEventNames, words as erasureWords } from '#modules/erasures/words.ts'
import { escalationDesk } from '#modules/escalations/desk.tsx'
import { escalationsModule } from '#modules/escalations/module.ts'
import { escalationPaths } from '#modules/escalations/paths.ts'
import { escalationSection } from '#modules/escalations/section.tsx'
import { escalationRows, escalationSignals } from '#modules/escalations/signals.ts'
import { escalationEventNames } from '#modules/escalations/words.ts'
import type { StakesOf } from '#modules/interests/conflict.ts'
import { controlDesk } from '#modules/interests/control-desk.tsx'
import { controlsOf } from '#modules/interests/control-signals.ts'
import { interestDesk } from '#modules/interests/desk.tsx'
import { interestsModule } from '#modules/interests/module.ts'
import { ownInterests } from '#modules/interests/personal-data.ts'
import { separationOf } from '#modules/interests/separation.ts'
import { interestRows, interestSignals } from '#modules/interests/signals.ts'
import { interestEventNames } from '#modules/interests/words.ts'
import { meetingDesk } from '#modules/meetings/desk.tsx'
import { minutesChecks, minutesRows } from '#modules/meetings/minutes-signals.ts'
import { meetingSubjects, meetingsModule } from '#modules/meetings/module.ts'
import { meetingPaths } from '#modules/meetings/paths.ts'
import { meetingSection } from '#modules/meetings/section.tsx'
import { meetingRows, meetingSignals } from '#modules/meetings/signals.ts'
import { meetingEventNames } from '#modules/meetings/words.ts'
import { type Monitoring, monitoring } from '#modules/monitoring/module.ts'
import type { ChecksOf } from '#modules/monitoring/signal.ts'
import { obstacleSubjects } from '#modules/monitoring/subjects.ts'
import { objectivesPart } from '#modules/objectives/exchange.ts'
import { objectiveSubjects, objectivesModule } from '#modules/objectives/module.ts'
import { objectivePaths } from '#modules/objectives/paths.ts'
import { measuredObjectives, objectivesOf } from '#modules/objectives/public.ts'
import { measureRows, objectiveRows, objectiveSignals } from '#modules/objectives/signals.ts'
import { words as objectiveWords } from '#modules/objectives/words.ts'
import { dataPaths } from '#modules/opendata/paths.ts'
import { openDataSection } from '#modules/opendata/programme-section.tsx'
import { datasetRowsOf, openDataSignals } from '#modules/opendata/signals.ts'
import { words as archiveWords } from '#modules/opendata/words-archives.ts'
import { operatorModule } from '#modules/operator/module.ts'
import { auditorChecks } from '#modules/programmes/auditor-signals.ts'
import { partiesIn, seatsHeld } from '#modules/programmes/directory-extension.ts'
import { programmeEventNames } from '#modules/programmes/event-names.ts'
import { commitmentSubjects, programmeSubjects, programmesWith } from '#modules/programmes/module.ts'
import { programmeReader } from '#modules/programmes/programme-reader.ts'
import type { ReportFiles } from '#modules/programmes/report-files.ts'
import { programmeRows } from '#modules/programmes/signal-rows.ts'
import { programmeSignals } from '#modules/programmes/signals.ts'
import { commitmentStakes } from '#modules/programmes/stakes.ts'
import { requestDesk } from '#modules/requests/desk.tsx'
import { requestsModule } from '#modules/requests/module.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { ownInformationRequests } from '#modules/requests/personal-data.ts'
import { requestSection } from '#modules/requests/programme-section.tsx'
import { requestRows, requestSignals } from '#modules/requests/signals.ts'
import { requestEventNames } from '#modules/requests/words.ts'
import { contractSubjects, lineSubjects, resourceSubjects, resourcesModule } from '#modules/resources/module.ts'
import { resourcePaths } from '#modules/resources/paths.ts'
import { resourceSection } from '#modules/resources/programme-section.tsx'
import { suppliersOfLine } from '#modules/resources/public.ts'
import { budgetLineRows, contractRows, resourceSignals } from '#modules/resources/signals.ts'
import { contractStakes } from '#modules/resources/stakes.ts'
import { resourceEventNames } from '#modules/resources/words.ts'
import { searchModule } from '#modules/search/module.ts'
import { tasksPart } from '#modules/tasks/exchange.ts'
import type { TaskLinks } from '#modules/tasks/links.ts'
import { taskSubjects, tasksModule } from '#modules/tasks/module.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { milestoneSection } from '#modules/tasks/programme-section.tsx'
import { tasksOf } from '#modules/tasks/public.ts'
import { auditedTasks, evidenceChecks } from '#modules/tasks/signals/checks.ts'
import { taskRows, taskSignals } from '#modules/tasks/signals.ts'
import { taskStakes } from '#modules/tasks/stakes.ts'
import { taskEventNames } from '#modules/tasks/words-events.ts'
import { transparencyModule } from '#modules/transparency/module.ts'
import { logPart } from '#modules/transparency/operator-part.tsx'
import { proofSection } from '#modules/transparency/section.tsx'
import { logRows, logSignals } from '#modules/transparency/signals.ts'
import type { DemoSignIn } from '#world/seed.ts'
import { escalationLinks } from './escalation-links.ts'
import { meetingLinks } from './meeting-links.ts'
import { openDatasets, openDataWith } from './open-data.ts'
import { budgetLinesNamed, resourcesNamed } from './resource-links.ts'
import { searchLinks } from './search-links.ts'

/** Records of other rooms as decisions name them. */
export const decisionLinks: DecisionLinks = {
  async choices(tx, { id, slug }, kind, lang, ids) {
    const named = (one: Named, href: string) => {
      const { id, programme_id, owner_id, title, title_en } = one
      const record = { id, programme_id, owner_id, class: one.class, href }
      return lang === 'en' && title_en
        ? { ...record, label: title_en, lang }
        : { ...record, label: title, lang: one.lang as Lang }
    }
    if (kind === 'objective')
      return (await objectivesOf(tx, id)).map((one) => named(one, objectivePaths.one(slug, one.id)))
    if (kind === 'budget-line') return budgetLinesNamed(tx, { id, slug }, lang, ids)
    if (kind === 'resource') return resourcesNamed(tx, { id, slug }, lang, ids)
    return (await tasksOf(tx, id, ids)).map((one) => named(one, taskPaths.task(slug, one.id)))
  },
  suppliersOf: suppliersOfLine,
}

type Named = Record<'id' | 'programme_id' | 'owner_id' | 'class' | 'title' | 'lang', string> & {
  title_en: string | null
}

const taskLinks: TaskLinks = {
  measuredObjectives,
  objectivesOf,
  objectiveHref: objectivePaths.one,
  documentsOf: linkedDocuments,
}

/** Files of a record as other modules name them. */
async function linkedDocuments(tx: ReadTx, recordId: string) {
  const documents = await openDocumentsOf(tx, recordId)
  return documents.map(({ id, class: recordClass, programme_id, owner_id, title, lang }) => {
    return { id, class: recordClass, programme_id, owner_id, title, lang, href: documentPaths.one(id) }
  })
}

/** Files of a commitment, then of its programme. */
const reportFiles: ReportFiles = async (tx, { id, programme_id }) =>
  (await Promise.all([id, programme_id].map((one) => linkedDocuments(tx, one)))).flat()

/** Who checked whose work, as each module's rows tell it. */
export const ownWorkChecks: ChecksOf[] = [auditorChecks, auditedTasks, evidenceChecks, minutesChecks, appealChecks]

/** What an organisation has at stake in a programme: a declared interest in it is then an actual conflict. */
export const stakes: StakesOf[] = [decisionStakes, taskStakes, commitmentStakes, contractStakes]

/** Records that can be discussed, each told of by its own module; their tables are opened in the database too. */
export const discussedSubjects = [
  programmeSubjects,
  objectiveSubjects,
  taskSubjects,
  commitmentSubjects,
  decisionSubjects,
  meetingSubjects,
  obstacleSubjects,
  lineSubjects,
  contractSubjects,
  resourceSubjects,
]

/** Records that can be withheld by a decision; their tables are opened to it in the database too. */
export const classifiedSubjects = discussedSubjects.filter(({ kind }) => kind !== 'programme')

/** Indicators and obstacles over the records of every module. */
export const houseMonitoring: Monitoring = monitoring({
  signals: [
    programmeSignals,
    taskSignals(taskLinks),
    objectiveSignals,
    interestSignals,
    resourceSignals,
    { measures: [], conditions: [separationOf(ownWorkChecks), controlsOf(stakes)] },
    decisionSignals,
    escalationSignals,
    meetingSignals,
    openDataSignals(openDatasets),
    requestSignals,
    logSignals,
    classificationSignals(classifiedSubjects),
  ],
  describeRows: [
    ...programmeRows,
    ...taskRows,
    measureRows,
    objectiveRows,
    interestRows,
    budgetLineRows,
    contractRows,
    decisionRows,
    escalationRows,
    ...meetingRows,
    minutesRows,
    datasetRowsOf(openDatasets),
    requestRows,
    logRows,
    ...classificationRows,
  ],
  programmes: programmeReader,
  sections: [discussionSection],
})

/** Records that can have documents; their tables are opened in the database too. */
export const documentSubjects = [
  programmeSubjects,
  taskSubjects,
  commitmentSubjects,
  decisionSubjects,
  meetingSubjects,
  classificationSubjects,
  lineSubjects,
  contractSubjects,
  resourceSubjects,
]

/** What other modules add to a programme file, after the programme itself. */
export const exchangeParts = [objectivesPart, tasksPart]

/** Readable names of every room's events. */
const eventNames = {
  ...programmeEventNames,
  ...namesOf(objectiveWords.id.events, objectiveWords.en.events),
  ...namesOf(archiveWords.id.events, archiveWords.en.events),
  ...taskEventNames,
  ...resourceEventNames,
  ...interestEventNames,
  ...decisionEventNames,
  ...escalationEventNames,
  ...meetingEventNames,
  ...discussionEventNames,
  ...documentEventNames,
  ...requestEventNames,
  ...classificationEventNames,
  ...erasureEventNames,
  ...houseMonitoring.extension.eventNames,
}

/** What the rooms put on a programme's page, and on the desk of whoever is signed in. */
const programmeSections = [
  ...houseMonitoring.extension.sections,
  milestoneSection,
  resourceSection,
  decisionSection,
  escalationSection,
  meetingSection,
  classificationSection,
  programmeDocuments,
  requestSection,
  programmeDiscussion,
  openDataSection,
]
const desks = [
  decisionDesk,
  escalationDesk,
  controlDesk(stakes),
  noticeDesk,
  interestDesk,
  meetingDesk,
  requestDesk,
  erasureDesk,
  classificationDesk(classifiedSubjects),
  findingsDesk(hrefOfRecord),
]

/** Every room of the house, lower tiers first, with what higher ones add to the pages of lower ones. */
export function allModules(options: { demoSignIns: DemoSignIn[] }): Module[] {
  const { standingOf, linkTo } = houseMonitoring.extension
  return [
    about,
    accounts({
      demoSignIns: options.demoSignIns,
      personalData: [ownInterests, ownInformationRequests],
      erasure: { href: erasurePaths.own(), label: (lang) => erasureWords[lang].own.title },
    }),
    directory({ programmesOf: partiesIn, seatsOf: seatsHeld }),
    programmesWith({
      standingOf,
      sections: programmeSections,
      reportFiles,
      commitmentSections: [classificationOfRecord, documentSection, discussionSection],
      eventNames,
      feedHref: dataPaths.feed,
      linkTo: (subject, slug) => linkTo(subject, slug) ?? ownLink(subject, slug),
    }),
    objectivesModule([classificationOfRecord, discussionSection]),
    tasksModule(taskLinks, desks, [classificationOfRecord, documentSection, discussionSection, proofSection]),
    resourcesModule([namingDecisions, classificationOfRecord, documentSection, discussionSection]),
    meetingsModule(meetingLinks, [classificationOfRecord, documentSection, discussionSection]),
    interestsModule(stakes),
    decisionsModule(decisionLinks, [documentsWithin], [classificationOfRecord, discussionSection, proofSection]),
    escalationsModule(escalationLinks),
    discussionsModule(discussedSubjects),
    documentsModule(documentSubjects),
    requestsModule,
    erasuresModule,
    transparencyModule({ eventNames }),
    classificationModule(classifiedSubjects, hrefOfRecord),
    openDataWith(discussedSubjects, eventNames),
    houseMonitoring,
    searchModule(searchLinks),
    operatorModule([logPart]),
  ]
}

function ownLink({ kind, id }: { kind: string; id: string }, slug: string): string | undefined {
  return pagesOfRecords[kind]?.(slug, id)
}

/** Where a record of any kind is shown: by its own page, else as those name it that attach to any record. */
function hrefOfRecord(kind: string, slug: string, id: string): string | undefined {
  return ownLink({ kind, id }, slug) ?? discussedSubjects.find((reader) => reader.kind === kind)?.href(slug, id)
}

const pagesOfRecords: Record<string, (slug: string, id: string) => string> = {
  task: taskPaths.task,
  objective: objectivePaths.one,
  'budget-line': resourcePaths.line,
  contract: resourcePaths.contract,
  resource: resourcePaths.offer,
  classification: classificationPaths.one,
  comment: discussionPaths.thread,
  decision: (_slug, id) => decisionPaths.decision(id),
  escalation: (_slug, id) => escalationPaths.one(id),
  meeting: (_slug, id) => meetingPaths.one(id),
  document: (_slug, id) => documentPaths.one(id),
  'information-request': (_slug, id) => requestPaths.one(id),
}

function namesOf<E extends Record<string, string>>(id: E, en: Record<keyof E, string>): Record<string, Text> {
  return Object.fromEntries(Object.keys(id).map((name) => [name, (lang) => (lang === 'id' ? id[name]! : en[name]!)]))
}
