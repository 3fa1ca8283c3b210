import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { SearchLinks } from './links.ts'
import { loadSearch, searchQuery } from './loads.ts'
import { SearchPage } from './pages/search-page.tsx'
import { searchPaths } from './paths.ts'

export function searchRoutes(site: Site, links: SearchLinks): void {
  mountPage(site, {
    name: 'search',
    path: searchPaths.search(),
    summary: both('Cari di seluruh catatan yang boleh dibaca', 'Search everything that may be read'),
    tag: 'search',
    query: searchQuery,
    load: (tx, request) => loadSearch(tx, request, links),
    open: true,
    render: (data, view) => <SearchPage data={data} view={view} />,
    json: ({ total, more, found }) => ({
      total,
      more,
      found: found.map(({ title, excerpt, ...row }) => ({ ...row, title: plain(title), excerpt: plain(excerpt) })),
    }),
  })
}

/** Without marks: who reads this marks in their own way. */
function plain({ text, lang }: { text: { text: string }[]; lang: string }): { text: string; lang: string } {
  return { text: text.map((piece) => piece.text).join(''), lang }
}
