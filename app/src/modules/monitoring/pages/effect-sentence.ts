import { formatDate, formatNumber, type Lang } from '#ui/language.ts'
import type { Effect } from '../effect.ts'
import { formWords } from '../words/forms.ts'
import { words } from '../words/pages.ts'
import { changeText } from './obstacle-card.tsx'

/** "1,6 menjadi 1,1, turun 31%: berhasil (per 8 Desember 2026)", or why nothing was measured. */
export function effectSentence(lang: Lang, effect: (Effect & { at: string }) | 'no-evaluation' | 'no-value'): string {
  if (typeof effect === 'string') return formWords[lang].problem[effect]
  const say = words[lang].obstacle
  const { base, value, effective, at } = effect
  const text = (effective ? say.effective : say.ineffective)(
    formatNumber(lang, base),
    formatNumber(lang, value),
    changeText(lang, base, value),
  )
  return `${text} (${formatDate(lang, at)})`
}
