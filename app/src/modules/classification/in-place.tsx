import { isId } from '#kernel/ids.ts'
import { sendHtml } from '#kernel/web/html.ts'
import { isApi } from '#kernel/web/refusal.tsx'
import { type Ctx, readFor, type Site } from '#kernel/web/request.ts'
import { stubInPlaceOf } from '#kernel/withheld.ts'
import { renderPage } from '#ui/frame.tsx'
import { WithheldPage } from './pages/withheld-page.tsx'
import { words } from './words.ts'

/** The record that an address names last: its stub, where there is one for this reader. */
export async function withheldInPlace(site: Site, c: Ctx): Promise<Response | undefined> {
  const id = Object.values(c.req.param() as Record<string, string>).findLast(isId)
  const stub = id && (await readFor(site, c, (tx) => stubInPlaceOf(tx, id)))
  if (!stub) return undefined
  if (isApi(c)) {
    const { basis: _, ...withheld } = stub
    const message = words[c.var.lang].withheldLead
    return c.json({ error: { kind: 'missing', code: 'withheld', message, withheld } }, 404)
  }
  const page = <WithheldPage view={site.viewOf(c)} stub={stub} signIn={c.var.actor.kind !== 'person'} />
  return sendHtml(c, renderPage(page), 403)
}
