import type { Lang } from '#kernel/reason.ts'
import type { Ctx, Deps } from '#kernel/web/request.ts'
import type { NavItem, View } from '#ui/view.ts'

const words = {
  id: {
    work: 'Tugas saya',
    programmes: 'Program',
    organisations: 'Instansi',
    people: 'Orang',
    search: 'Cari',
    data: 'Data',
    browse: 'Telusuri',
    about: 'Tentang',
    all: 'Program bersama',
    organisationsAll: 'Instansi dan mitra',
    requests: 'Permintaan informasi',
    api: 'API data',
    openData: 'Data terbuka',
    how: 'Cara menghitung indikator',
    calendar: 'Kalender hari kerja',
    accessibility: 'Pernyataan aksesibilitas',
    sources: 'Sumber dan lisensi data',
    log: 'Log publik',
  },
  en: {
    work: 'My tasks',
    programmes: 'Programmes',
    organisations: 'Organisations',
    people: 'People',
    search: 'Search',
    data: 'Data',
    browse: 'Browse',
    about: 'About',
    all: 'Joint programmes',
    organisationsAll: 'Agencies and partners',
    requests: 'Information requests',
    api: 'Data API',
    openData: 'Open data',
    how: 'How indicators are computed',
    calendar: 'Working-day calendar',
    accessibility: 'Accessibility statement',
    sources: 'Sources and data licences',
    log: 'Public log',
  },
} satisfies Record<Lang, Record<string, string>>

/** What surrounds every page of this request. */
export function viewOf(deps: Deps, c: Ctx): View {
  const lang = c.var.lang ?? deps.config.MUFAKAT_LANG
  const { actor, session } = c.var
  const url = new URL(c.req.url)
  return {
    lang,
    path: url.pathname + url.search,
    place: deps.config.MUFAKAT_PLACE,
    person: actor?.kind === 'person' ? { name: actor.name, organisation: session?.organisation } : undefined,
    nav: navOf(lang, actor?.kind === 'person'),
    footer: footerOf(lang),
    now: c.var.now ?? deps.clock(),
    today: c.var.today,
    assets: deps.assets,
  }
}

function navOf(lang: Lang, signedIn: boolean): NavItem[] {
  const say = words[lang]
  const shared = [
    { href: '/programmes', label: say.programmes },
    { href: '/organisations', label: say.organisations },
  ]
  const search = { href: '/search', label: say.search }
  return signedIn
    ? [{ href: '/work', label: say.work }, ...shared, search]
    : [...shared, { href: '/indicators', label: say.data }, search]
}

function footerOf(lang: Lang): NonNullable<View['footer']> {
  const say = words[lang]
  return [
    {
      title: say.browse,
      links: [
        { href: '/programmes', label: say.all },
        { href: '/organisations', label: say.organisationsAll },
        { href: '/information-requests', label: say.requests },
        { href: '/indicators', label: say.how },
        { href: '/log', label: say.log },
      ],
    },
    {
      title: say.about,
      links: [
        { href: '/calendar', label: say.calendar },
        { href: '/sources', label: say.sources },
        { href: '/data', label: say.openData },
        { href: '/api', label: say.api },
        { href: '/accessibility', label: say.accessibility },
      ],
    },
  ]
}
