import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import { laySections, type RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { actsOn } from './acts.ts'
import type { DecisionLinks } from './links.ts'
import { listQuery } from './list-query.ts'
import { type DecisionData, loadDecision } from './loads.ts'
import { loadList, loadRaise } from './loads-list.ts'
import { raiseDecision } from './operations/raise-decision.ts'
import { DecisionPage } from './pages/decision-page.tsx'
import { DecisionsPage } from './pages/list-page.tsx'
import { RaiseForm } from './pages/raise-form.tsx'
import { decisionPaths } from './paths.ts'
import { actRoutes } from './routes-acts.tsx'
import { partiesOf } from './rules.ts'

const tag = 'decisions'

export function decisionRoutes(site: Site, links: DecisionLinks, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'list-decisions',
    path: decisionPaths.list(':slug'),
    summary: both('Keputusan sebuah program', 'Decisions of a programme'),
    tag,
    query: listQuery,
    load: loadList,
    scope: (data) => [data.programme.id],
    render: (data, view) => <DecisionsPage view={view} data={data} />,
    json: ({ rows, total, tally, withheld, query }) => ({ rows, total, tally, withheld, page: query.page }),
  })
  mountForm(site, raiseDecision, {
    path: decisionPaths.new(':slug'),
    tag,
    params: ({ slug }) => ({ programme: slug! }),
    load: loadRaise,
    may: (_actor, data) => data.may,
    initial: () => ({ class: 'public' }),
    render: (data, form, view, { actor }) => {
      const parties = data.parties.map((one) => one.organisationId)
      const mine = partiesOf(actor, { programme_id: data.programme.id, parties })
      return <RaiseForm view={view} data={data} form={form} mine={mine} />
    },
    then: (done) => decisionPaths.decision(done.decision),
  })
  mountPage(site, {
    name: 'read-decision',
    path: decisionPaths.decision(':id'),
    summary: both(
      'Satu keputusan: pilihan, alasan, sikap, hasil, kelanjutan',
      'One decision: options, reasons, positions, outcome, next steps',
    ),
    tag,
    async load(tx, request) {
      const data = await loadDecision(tx, request, links)
      if (!data) return undefined
      const more = await laySections(tx, { id: data.facts.id, programme: data.programme }, request, sections)
      return { ...data, more }
    },
    scope: (data) => [data.programme.id],
    render: (data, view, request) => (
      <DecisionPage
        view={view}
        data={data}
        acts={request.actor.kind === 'person' ? actsOn(request.actor, data.facts, request.today) : undefined}
        more={data.more.map(({ section, data: found }) => section.render(found, view, request))}
      />
    ),
    json: ({ more: _more, ...data }) => told(data),
  })
  actRoutes(site, links)
}

/** As the page shows it: how a vote goes is told to members only; how the asker stands to it is left out. */
function told({ programme, facts, names, linked, open, ...data }: DecisionData) {
  const { me: _me, voters: _voters, slug: _slug, round, voted, ...decision } = facts
  const going = open ? { round, voted } : {}
  return {
    programme: programme.slug,
    decision: { ...decision, ...going },
    ...data,
    linked: [...linked.values()],
    names: [...names.values()],
  }
}
