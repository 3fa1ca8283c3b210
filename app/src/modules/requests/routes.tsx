import { readCalendar } from '#kernel/calendar/stored.ts'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { actRoutes } from './act-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { newTicket } from './link.ts'
import { answersQuery, registerQuery } from './list-query.ts'
import { loadAnswers, loadOne, loadRegister } from './loads.ts'
import { AnswersPage, RulesPage } from './pages/answers-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { requestPaths } from './paths.ts'
import { rulesInForce } from './store/list.ts'

const tag = 'information-requests'

export function requestRoutes(site: Site): void {
  mountPage(site, {
    name: 'list-information-requests',
    path: requestPaths.register(),
    tag,
    summary: both('Register permintaan informasi', 'Register of information requests'),
    query: registerQuery,
    load: loadRegister,
    scope: () => 'everything',
    render: (data, view) => <RegisterPage view={view} data={data} />,
    json: ({ rows, total, tally }) => ({ rows, total, tally }),
  })
  mountPage(site, {
    name: 'list-published-answers',
    path: requestPaths.answers(),
    tag,
    summary: both('Jawaban permintaan informasi yang diumumkan', 'Published answers to information requests'),
    query: answersQuery,
    load: loadAnswers,
    scope: () => 'everything',
    render: (data, view) => <AnswersPage view={view} data={data} />,
    json: ({ rows, total }) => ({ rows, total }),
  })
  mountPage(site, {
    name: 'read-filing-terms',
    path: requestPaths.rules(),
    tag,
    summary: both(
      'Tenggat permintaan informasi dan dasarnya, dengan karcis untuk mengajukan satu permintaan',
      'Deadlines of information requests and their sources, with a ticket to file one request',
    ),
    load: async (tx) => ({ rules: await rulesInForce(tx), calendar: await readCalendar(tx) }),
    scope: () => [],
    render: (data, view) => <RulesPage view={view} data={data} />,
    json: ({ rules }, { now }) => ({ rules, ticket: newTicket(site.deps.secret, now) }),
  })
  fileRoutes(site)
  followRoutes(site)
  mountPage(site, {
    name: 'read-information-request',
    path: requestPaths.one(':id'),
    tag,
    summary: both('Satu permintaan informasi', 'One information request'),
    load: (tx, request) => loadOne(tx, request),
    scope: () => 'everything',
    render: (data, view) => <RequestPage view={view} data={data} />,
    json: ({ facts, wording, steps, publication, private: opened }) => ({
      request: facts,
      wording,
      steps,
      publication: publication?.withdrawn ? undefined : publication,
      texts: opened?.texts,
      requester: opened?.requester,
    }),
  })
  actRoutes(site)
}
