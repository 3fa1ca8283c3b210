import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { mayAnswerEscalation, mayWithdrawEscalation } from './escalation.ts'
import type { EscalationLinks } from './links.ts'
import { listQuery } from './list-query.ts'
import { type EscalationData, loadAnswer, loadEscalation, loadList, loadRaise } from './loads.ts'
import { answerEscalation } from './operations/answer-escalation.ts'
import { raiseEscalation } from './operations/raise-escalation.ts'
import { withdrawEscalation } from './operations/withdraw-escalation.ts'
import { EscalationPage } from './pages/escalation-page.tsx'
import { AnswerForm, RaiseForm, WithdrawForm } from './pages/forms.tsx'
import { EscalationsPage } from './pages/list-page.tsx'
import { escalationPaths } from './paths.ts'

const tag = 'escalations'

export function escalationRoutes(site: Site, links: EscalationLinks): void {
  mountPage(site, {
    name: 'list-escalations',
    path: escalationPaths.list(':slug'),
    summary: both('Perkara yang dinaikkan dalam sebuah program', 'Escalations of a programme'),
    tag,
    query: listQuery,
    load: loadList,
    scope: (data) => [data.programme.id],
    render: (data, view) => <EscalationsPage view={view} data={data} />,
    json: ({ rows, total, tally, withheld, query }) => ({ rows, total, tally, withheld, page: query.page }),
  })
  mountForm(site, raiseEscalation(links), {
    path: escalationPaths.raise(':slug'),
    tag,
    params: ({ slug }) => ({ programme: slug! }),
    load: (tx, request) => loadRaise(tx, request, links),
    may: (_actor, data) => data.may,
    initial: (data, { query }) => ({ class: 'public', neededBy: data.usual, about: query.about ?? '' }),
    render: (data, form, view) => <RaiseForm view={view} data={data} form={form} />,
    then: ({ escalation }) => escalationPaths.one(escalation),
  })
  mountPage(site, {
    name: 'read-escalation',
    path: escalationPaths.one(':id'),
    summary: both('Satu perkara yang dinaikkan dan jawabannya', 'One escalation and its answers'),
    tag,
    load: (tx, request) => loadEscalation(tx, request, links),
    scope: (data) => [data.programme.id],
    render: (data, view, { actor }) => <EscalationPage view={view} data={data} actor={actor} />,
    json: told,
  })
  answering(site, links)
}

function answering(site: Site, links: EscalationLinks) {
  mountForm(site, answerEscalation(links), {
    path: escalationPaths.answer(':id'),
    tag,
    params: ({ id }) => ({ escalation: id! }),
    load: (tx, request) => loadAnswer(tx, request, links),
    may: (actor, { facts }) => mayAnswerEscalation(actor, facts),
    render: (data, form, view, { actor }) => <AnswerForm view={view} data={data} form={form} actor={actor} />,
    then: ({ escalation }) => escalationPaths.one(escalation),
  })
  mountForm(site, withdrawEscalation, {
    path: escalationPaths.withdraw(':id'),
    tag,
    params: ({ id }) => ({ escalation: id! }),
    load: (tx, request) => loadEscalation(tx, request, links),
    may: (actor, { facts }) => mayWithdrawEscalation(actor, facts),
    version: ({ facts }) => facts.version,
    render: (data, form, view) => <WithdrawForm view={view} data={data} form={form} />,
    then: ({ escalation }) => escalationPaths.one(escalation),
  })
}

/** As the page shows it: the party speaks, whoever typed it. */
function told({ programme, facts, answers, withdrawn, names, linked, days }: EscalationData) {
  const { created_by: _by, programme_status: _status, ...escalation } = facts
  const lists = { names: [...names.values()], linked: [...linked.values()] }
  return { programme: programme.slug, escalation, answers, withdrawn: withdrawn ?? null, days, ...lists }
}
