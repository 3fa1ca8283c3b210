import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { mayChange, mayObserve, mayRetarget } from './objective.ts'
import { addMeasure } from './operations/add-measure.ts'
import { observeMeasure } from './operations/observe-measure.ts'
import { retargetMeasure } from './operations/retarget-measure.ts'
import { AddMeasurePage, ObservePage, RetargetPage } from './pages/measure-forms.tsx'
import type { FormData } from './pages/objective-forms.tsx'
import { objectivePaths } from './paths.ts'
import { loadForm } from './read-pages.ts'
import { type MeasureOfObjective, readMeasure, readObjective } from './store/read.ts'

const tag = 'objectives'
const then = ({ slug, id }: { slug: string; id: string }) => objectivePaths.one(slug, id)

export function measureRoutes(site: Site): void {
  mountForm(site, addMeasure, {
    path: objectivePaths.newMeasure(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    async load(tx, request) {
      const data = await loadForm(tx, request.params.slug!, request)
      const objective = data && (await readObjective(tx, data.programme.id, request.params.id!))
      return data && objective && { ...data, objective }
    },
    may: (actor, data) => mayChange(actor, data.objective),
    render: (data, form, view) => <AddMeasurePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, observeMeasure, {
    ...aboutMeasure(objectivePaths.observe(':slug', ':id')),
    initial: (_data, { today }) => ({ observedOn: today }),
    render: (data, form, view) => <ObservePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, retargetMeasure, {
    ...aboutMeasure(objectivePaths.retarget(':slug', ':id')),
    may: (actor, { measure }) => mayRetarget(actor, measure),
    version: ({ measure }) => measure.version,
    render: (data, form, view) => <RetargetPage view={view} form={form} data={data} />,
    then,
  })
}

function aboutMeasure(path: string) {
  return {
    path,
    tag,
    params: ({ slug, id }: Record<string, string>) => ({ slug, id }),
    load: async (tx: ReadTx, request: PageRequest) => {
      const data = await loadForm(tx, request.params.slug!, request)
      const measure = data && (await readMeasure(tx, data.programme.id, request.params.id!))
      return data && measure && { ...data, measure }
    },
    may: (actor: Actor, data: FormData & { measure: MeasureOfObjective }) => mayObserve(actor, data.measure),
  }
}
