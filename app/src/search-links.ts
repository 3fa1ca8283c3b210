import { redactionPaths } from '#modules/classification/paths.ts'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { directoryPaths } from '#modules/directory/paths.ts'
import { discussionPaths } from '#modules/discussions/paths.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { escalationPaths } from '#modules/escalations/paths.ts'
import { meetingPaths } from '#modules/meetings/paths.ts'
import { detectors } from '#modules/monitoring/catalogue/catalogue.ts'
import { monitoringPaths } from '#modules/monitoring/paths.ts'
import { objectivePaths } from '#modules/objectives/paths.ts'
import { namedProgrammes } from '#modules/programmes/named.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { resourcePaths } from '#modules/resources/paths.ts'
import type { SearchLinks } from '#modules/search/links.ts'
import { taskPaths } from '#modules/tasks/paths.ts'

/** Where what is found is read, and what is found by words that are not in the database. */
export const searchLinks: SearchLinks = {
  hrefs: {
    programme: ({ slug }) => programmePaths.programme(slug),
    charter: ({ slug, page }) => programmePaths.charterVersion(slug, Number(page)),
    objective: ({ slug, id }) => objectivePaths.one(slug, id),
    commitment: ({ slug, id }) => programmePaths.commitment(slug, id),
    task: ({ slug, id }) => taskPaths.task(slug, id),
    decision: ({ id }) => decisionPaths.decision(id),
    escalation: ({ id }) => escalationPaths.one(id),
    meeting: ({ id }) => meetingPaths.one(id),
    'agenda-item': ({ within }) => meetingPaths.one(within),
    minutes: ({ within }) => meetingPaths.minutes(within),
    comment: ({ slug, id }) => discussionPaths.thread(slug, id),
    'budget-line': ({ slug, id }) => resourcePaths.line(slug, id),
    contract: ({ slug, id }) => resourcePaths.contract(slug, id),
    resource: ({ slug, id }) => resourcePaths.offer(slug, id),
    document: ({ id }) => documentPaths.one(id),
    obstacle: ({ slug, id }) => monitoringPaths.obstacle(slug, id),
    mitigation: ({ slug, page }) => monitoringPaths.obstacle(slug, page),
    redaction: ({ slug, id }) => redactionPaths.one(slug, id),
    'information-request': ({ id }) => requestPaths.one(id),
    organisation: ({ id }) => directoryPaths.organisation(id),
  },
  coded: detectors.flatMap(({ id, name, mitigations }) => [
    { code: id, id: name('id'), en: name('en') },
    ...mitigations.map(({ key, text }) => ({ code: `${id}.${key}`, id: text('id'), en: text('en') })),
  ]),
  programmes: namedProgrammes,
}
