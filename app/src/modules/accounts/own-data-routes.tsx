import { run } from '#kernel/operation.ts'
import type { PersonalData } from '#kernel/personal-data.ts'
import type { Text } from '#kernel/reason.ts'
import { asSignIn } from '#kernel/session/job.ts'
import type { Site } from '#kernel/web/request.ts'
import { renderPage } from '#ui/frame.tsx'
import { forPerson, forProved, newFormKey, tabsFor, typedIn, viewWithNotice } from './answers.ts'
import { exportOwnData } from './operations/export-own-data.ts'
import { readOwnData } from './own-data.ts'
import { OwnDataFile, OwnDataPage } from './pages/own-data-page.tsx'
import { accountPaths } from './paths.ts'

type OwnDataOptions = { personalData?: readonly PersonalData[]; erasure?: { href: string; label: Text } }

/** What is kept about the signed-in person: to read, and after a proof to take along. */
export function ownDataRoutes(site: Site, { personalData: others = [], erasure }: OwnDataOptions): void {
  const { app, deps } = site
  app.get(
    accountPaths.ownData(),
    forPerson(site, async (c, person) => {
      const { now, lang } = c.var
      const parts = await readOwnData(deps, person, others, now, lang)
      const leave = erasure && { href: erasure.href, label: erasure.label(lang) }
      const shown = { parts, leave, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
      return c.html(renderPage(<OwnDataPage view={viewWithNotice(site, c)} {...shown} />))
    }),
  )
  app.post(
    accountPaths.ownData(),
    forProved(site, async (c, person) => {
      const { now, lang, requestId, today } = c.var
      const format = (await typedIn(c))('format') === 'html' ? 'html' : 'json'
      const parts = await readOwnData(deps, person, others, now, lang)
      const rows = parts.reduce((sum, part) => sum + part.rows.length, 0)
      await run(exportOwnData, { personId: person.personId, format, rows }, asSignIn(deps, now, requestId))
      c.header('content-disposition', `attachment; filename="mufakat-${today}.${format}"`)
      if (format === 'html')
        return c.html(renderPage(<OwnDataFile lang={lang} parts={parts} at={now} place={deps.config.MUFAKAT_PLACE} />))
      const file = { place: deps.config.MUFAKAT_PLACE, exportedAt: now, personId: person.personId }
      const data = Object.fromEntries(parts.map((part) => [part.name, part.rows]))
      return c.body(JSON.stringify({ ...file, data }, null, 1), 200, {
        'content-type': 'application/json; charset=utf-8',
      })
    }),
  )
}
