import { formatDate, formatMonth, formatNumber, type Lang } from '#ui/language.ts'
import { Time } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import type { ExchangeTarget } from '../exchange-format.ts'
import { words } from '../words.ts'

/** When something is due, where the source gives no day: what is no date stays what it is. */
export function TargetWords({ target }: { target: ExchangeTarget }) {
  const lang = useLang()
  if (target.kind === 'date') return <Time at={target.date} />
  if (target.kind === 'month') return <Time at={target.month} />
  return <>{targetWords(lang, target)}</>
}

export function targetWords(lang: Lang, target: ExchangeTarget): string {
  const say = words[lang].commitments
  if (target.kind === 'date') return formatDate(lang, target.date)
  if (target.kind === 'month') return formatMonth(lang, target.month)
  if (target.kind === 'every') return say.every(formatNumber(lang, target.interval), say.units[target.unit])
  if (target.kind === 'text') return inEither(lang, target.words) ?? target.raw
  const event = inEither(lang, target.event) ?? ''
  if (target.amount === undefined || !target.unit) return say.afterOnly(event)
  return say.after(formatNumber(lang, target.amount), say.units[target.unit], event)
}

function inEither(lang: Lang, text: { id?: string; en?: string } | undefined): string | undefined {
  return text?.[lang] ?? text?.id ?? text?.en
}
