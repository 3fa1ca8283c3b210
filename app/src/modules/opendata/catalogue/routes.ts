import type { Dataset } from '#kernel/dataset.ts'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { readOpenly } from '../dataset-file.ts'
import { beforeBody } from '../file-routes.ts'
import { dataPaths } from '../paths.ts'
import { lastChange } from '../store/rows.ts'
import { catalogueTriples } from './catalogue.ts'
import { jsonLd } from './json-ld.ts'
import type { Triple } from './triple.ts'
import { turtle } from './turtle.ts'

export function catalogueRoutes(site: Site, datasets: Dataset[]): void {
  const send = (c: Ctx, form: Form) => sendCatalogue(site, c, datasets, form)
  site.app.get(dataPaths.catalogJson(), (c) =>
    send(c, { type: 'application/ld+json', write: (triples) => JSON.stringify(jsonLd(triples), null, 2) }),
  )
  site.app.get(dataPaths.catalogTurtle(), (c) => send(c, { type: 'text/turtle; charset=utf-8', write: turtle }))
}

type Form = { type: string; write: (triples: Triple[]) => string }

async function sendCatalogue(site: Site, c: Ctx, datasets: Dataset[], { type, write }: Form) {
  const { BASE_URL, MUFAKAT_PLACE } = site.deps.config
  const changed = await readOpenly(site.deps.db, c.var.now, async (tx) => {
    const days = await Promise.all(datasets.map(async ({ key, kinds }) => [key, await lastChange(tx, kinds)] as const))
    return new Map(days.flatMap(([key, day]) => (day ? [[key, day] as const] : [])))
  })
  const text = write(catalogueTriples({ baseUrl: BASE_URL, place: MUFAKAT_PLACE, datasets, changed }))
  const answered = await beforeBody(site, c, { shape: [type, text], type })
  return answered ?? c.body(text)
}
