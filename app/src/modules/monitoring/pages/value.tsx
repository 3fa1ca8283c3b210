import { formatNumber, formatPercent } from '#ui/language.ts'
import { formatMeasure, KN } from '#ui/measure.tsx'
import { useLang, useWords } from '#ui/view.ts'
import type { BoardItem } from '../reading.ts'
import { words } from '../words/pages.ts'
import { isMean, measureOf } from './quantity.ts'

/** The value people look for first, leading to its rows: k of n, a mean with its cases, or an amount in its unit. */
export function Value({ item, href }: { item: BoardItem; href: string }) {
  const lang = useLang()
  const { entry, reading } = item
  const measure = measureOf(lang, item)
  if (!measure || !reading) return null
  const few = reading.value === null
  // Nothing to divide by: "0 dari 0" would look like a result.
  if (few && reading.n === 0) return <Rows href={href} />
  if (few && reading.k === null) {
    return <Linked href={href} big={formatNumber(lang, reading.cases ?? 0)} small={entry.cases(lang)} />
  }
  if (isMean(item)) {
    const cases = `${formatNumber(lang, reading.cases ?? 0)} ${entry.cases(lang)}`
    return <Linked href={href} big={formatPercent(lang, reading.value!, 0)} small={cases} />
  }
  return (
    <>
      <KN measure={measure} href={href} />{' '}
      {!few && measure.kind === 'share' ? <span class="mf-score__pct">{formatMeasure(lang, measure)}</span> : null}
    </>
  )
}

function Rows({ href }: { href: string }) {
  return (
    <a class="govuk-link mf-small" href={href}>
      {words[useLang()].rows.see}
    </a>
  )
}

function Linked({ href, big, small }: { href: string; big: string; small: string }) {
  const { score } = useWords()
  return (
    <>
      <span class="mf-score__kn">
        <a href={href}>
          {big}
          <span class="govuk-visually-hidden">: {score.seeRows}</span>
        </a>
      </span>{' '}
      <span class="mf-score__pct">{small}</span>
    </>
  )
}
