import { keepToken } from '#kernel/session.ts'
import type { Ctx, Session, Site } from '#kernel/web/request.ts'
import { renderPage } from '#ui/frame.tsx'
import type { FactorAdded } from './first-factor.ts'
import { CodesPage } from './pages/codes-page.tsx'
import { accountPaths } from './paths.ts'

/** On under the new token; the first factor shows its recovery codes, the only time. */
export function factorAdded(site: Site, c: Ctx, session: Session, { token, codes }: FactorAdded) {
  keepToken(c, site.deps.config, token, session.official)
  if (codes.length === 0) return c.redirect(`${accountPaths.factors()}?done=factor`, 303)
  return c.html(renderPage(<CodesPage view={site.viewOf(c)} codes={codes} />))
}
