import type { ProgrammeHead } from '#modules/programmes/public.ts'
import { formatNumber, formatPercent } from '#ui/language.ts'
import { Recorded } from '#ui/text.tsx'
import { useLang, type View } from '#ui/view.ts'
import { absorbed, type BudgetLine, type Named, titleIn } from '../budget-line.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'

/** Above a table whose amounts stand without their unit. */
export function InRupiah() {
  return <p class="mf-small mf-muted">{words[useLang()].inRupiah}</p>
}

/** An exact amount without its unit, which the table says once. */
export function Amount({ of }: { of: number }) {
  const lang = useLang()
  return <>{of < 0 ? `−${formatNumber(lang, -of, 0)}` : formatNumber(lang, of, 0)}</>
}

export function Absorbed({ of }: { of: Pick<BudgetLine, 'revised' | 'realised'> }) {
  const lang = useLang()
  const share = absorbed(of)
  return <>{share === undefined ? words[lang].nothingPlanned : formatPercent(lang, share)}</>
}

export function LineTitle({ of }: { of: Pick<BudgetLine, 'title' | 'title_en' | 'lang'> }) {
  const { text, lang } = titleIn(useLang(), of)
  return <Recorded lang={lang}>{text}</Recorded>
}

export function TerritoryName({ of }: { of: Named & Pick<BudgetLine, 'territory_code' | 'lang'> }) {
  const lang = useLang()
  if (!of.territory_code) return <>{words[lang].wholeProgramme}</>
  return <Recorded lang="id">{(lang === 'en' ? of.territory_en : null) ?? of.territory ?? of.territory_code}</Recorded>
}

/** The way back from a page of this module. */
export function overviewCrumb(view: View, programme: ProgrammeHead) {
  return { href: resourcePaths.overview(programme.slug), label: words[view.lang].title }
}
