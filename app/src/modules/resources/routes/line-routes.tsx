import type { ReadTx } from '#kernel/database.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { type LineData, loadLine, loadPlan } from '../load-lines.ts'
import { correctRealisation } from '../operations/correct-realisation.ts'
import { planBudgetLine } from '../operations/plan-budget-line.ts'
import { recordRealisation } from '../operations/record-realisation.ts'
import { reviseBudgetLine } from '../operations/revise-budget-line.ts'
import { CorrectForm, PlanForm, RealiseForm, ReviseForm } from '../pages/line-forms.tsx'
import { resourcePaths } from '../paths.ts'

const tag = 'resources'
const then = ({ slug, id }: { slug: string; id: string }) => resourcePaths.line(slug, id)

/** What may be done to budget lines. */
export function lineActs(site: Site): void {
  mountForm(site, planBudgetLine, {
    path: resourcePaths.newLine(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadPlan,
    may: (_actor, data) => data.may,
    initial: (_data, { today }) => ({ class: 'public', fiscalYear: today.slice(0, 4) }),
    render: (data, form, view) => <PlanForm view={view} data={data} form={form} />,
    then,
  })
  const about = (path: string) => ({
    path,
    tag,
    params: ({ slug, id }: Record<string, string>) => ({ slug, id }),
    load: loadLine,
    may: (_actor: unknown, data: LineData) => data.mayKeep,
    then,
  })
  mountForm(site, reviseBudgetLine, {
    ...about(resourcePaths.revise(':slug', ':id')),
    version: ({ line }) => line.version,
    render: (data, form, view) => <ReviseForm view={view} data={data} form={form} />,
  })
  mountForm(site, recordRealisation, {
    ...about(resourcePaths.realise(':slug', ':id')),
    initial: (_data, { today }) => ({ spentOn: today }),
    render: (data, form, view) => <RealiseForm view={view} data={data} form={form} />,
  })
  mountForm(site, correctRealisation, {
    ...about(resourcePaths.correct(':slug', ':id', ':realisation')),
    params: ({ slug, id, realisation }) => ({ slug, id, realisation }),
    load: loadCorrection,
    may: (_actor, data) => data.mayKeep,
    initial: ({ realisation }) => ({
      spentOn: realisation.spent_on,
      amount: String(realisation.amount),
      evidence: realisation.evidence,
    }),
    render: (data, form, view) => <CorrectForm view={view} data={data} form={form} realisation={data.realisation} />,
  })
}

async function loadCorrection(tx: ReadTx, request: PageRequest) {
  const data = await loadLine(tx, request)
  const realisation = data?.realisations.find((one) => one.id === request.params.realisation)
  return data && realisation && { ...data, realisation }
}
