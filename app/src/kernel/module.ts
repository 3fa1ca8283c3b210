import type { Ctx, Site } from './web/request.ts'

/** A room of the house, as app.ts sees it. */
export type Module = {
  name: string
  routes?(site: Site): void
  /** What it shows in place of a record that this reader may not see; undefined = it knows nothing of it. */
  inPlace?(site: Site, c: Ctx): Promise<Response | undefined>
}
