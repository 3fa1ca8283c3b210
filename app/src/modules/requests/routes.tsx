import { hasRole } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { actRoutes } from './act-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { newTicket } from './link.ts'
import { answersQuery, registerQuery } from './list-query.ts'
import { loadAnswers, loadOne, loadRegister } from './loads.ts'
import { changeRule } from './operations/change-rule.ts'
import { AnswersPage } from './pages/answers-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { ChangeRulePage, RulesPage } from './pages/rules-page.tsx'
import { requestPaths } from './paths.ts'
import { mayChangeRule } from './rules.ts'
import { ruleInForce, rulesInForce } from './store/list.ts'

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
  ruleRoutes(site)
  fileRoutes(site)
  followRoutes(site)
  mountPage(site, {
    name: 'read-information-request',
    path: requestPaths.one(':id'),
    tag,
    summary: both('Satu permintaan informasi', 'One information request'),
    load: (tx, request) => loadOne(tx, request, site.deps.db.keys),
    scope: () => 'everything',
    render: (data, view) => <RequestPage view={view} data={data} />,
    json: ({ facts, wording, decision, steps, publication, private: opened }) => ({
      request: facts,
      wording,
      decision: decision && { id: decision.id, label: decision.label, lang: decision.lang },
      steps,
      publication: publication?.withdrawn ? undefined : publication,
      texts: opened?.texts,
      requester: opened?.requester,
    }),
  })
  actRoutes(site)
}

function ruleRoutes(site: Site): void {
  mountPage(site, {
    name: 'read-filing-terms',
    path: requestPaths.rules(),
    tag,
    summary: both(
      'Tenggat permintaan informasi dan dasarnya, dengan karcis untuk mengajukan satu permintaan',
      'Deadlines of information requests and their sources, with a ticket to file one request',
    ),
    load: async (tx, { actor }) => ({
      rules: await rulesInForce(tx),
      calendar: await readCalendar(tx),
      operator: hasRole(actor, 'operator'),
    }),
    scope: () => [],
    render: (data, view) => <RulesPage view={view} data={data} />,
    json: ({ rules }, { now }) => ({ rules, ticket: newTicket(site.deps.secret, now) }),
  })
  mountForm(site, changeRule, {
    path: requestPaths.changeRule(':rule'),
    tag,
    params: ({ rule }) => ({ rule }),
    load: (tx, { params }) => ruleInForce(tx, params.rule ?? ''),
    may: (actor) => mayChangeRule(actor),
    initial: ({ amount, source }) => ({ amount: String(amount), source }),
    version: ({ version }) => version,
    render: (rule, form, view) => <ChangeRulePage view={view} rule={rule} form={form} />,
    then: () => requestPaths.rules(),
  })
}
