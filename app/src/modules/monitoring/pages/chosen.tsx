import { formatDate } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useLang } from '#ui/view.ts'
import type { EvaluationHead } from '../reading.ts'
import { words } from '../words/pages.ts'

/** Says above the numbers that they are not the latest ones. */
export function ChosenNotice({ evaluation, latest }: { evaluation: EvaluationHead; latest: string }) {
  const lang = useLang()
  const say = words[lang].board
  const link = { href: latest, label: say.latest }
  return <Notice kind="note" text={say.chosen(formatDate(lang, evaluation.at))} link={link} />
}
