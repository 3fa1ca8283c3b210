import { z } from 'zod'
import { hasRole } from '#kernel/access.ts'
import { both, reason } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { type HrefOf, loadFinding, loadFindings } from './loads-findings.ts'
import { letFindingPass } from './operations/let-finding-pass.ts'
import { FindingsPage, PassForm } from './pages/findings-page.tsx'
import { findingPaths as paths } from './paths.ts'
import { findingWords } from './words-findings.ts'

const tag = 'classification'
const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

export function findingRoutes(site: Site, hrefOf: HrefOf): void {
  mountPage(site, {
    name: 'list-text-findings',
    path: paths.list(),
    tag,
    summary: both('Teks terbuka yang tampak memuat data pribadi', 'Open texts that look like personal data'),
    query,
    load: (tx, request) => loadFindings(tx, request, hrefOf),
    render: (data, view) => <FindingsPage view={view} data={data} />,
    json: ({ rows, total, page, scan }) => ({ rows, total, page, scan }),
  })
  mountForm(site, letFindingPass, {
    path: paths.pass(':id'),
    tag,
    params: ({ id }) => ({ id }),
    load: (tx, request) => loadFinding(tx, request, hrefOf),
    may: (actor) =>
      hasRole(actor, 'information-officer') || reason('not-officer', (lang) => findingWords[lang].notOfficer),
    render: (data, form, view) => <PassForm view={view} data={data} form={form} />,
    then: () => paths.list(),
  })
}
