import { formatDate, type Lang } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import type { Interest, Standing } from '../interest.ts'
import { words } from '../words.ts'

const look: Record<Standing, { sign: SignName; tone: Tone }> = {
  valid: { sign: 'check', tone: 'green' },
  'run-out': { sign: 'warning', tone: 'yellow' },
  missing: { sign: 'dashed', tone: 'red' },
}

export function StandingTag({ standing }: { standing: Standing }) {
  return <Tag {...look[standing]}>{words[useLang()].standings[standing]}</Tag>
}

/** "Keluarga: PT Sumber Pangan (sejak 1 Maret 2024)". */
export function InterestLine({ interest }: { interest: Interest }) {
  const lang = useLang()
  return (
    <>
      {words[lang].kinds[interest.kind]}: <Recorded lang={interest.lang}>{interest.organisation}</Recorded>
      {spanOf(lang, interest)}
    </>
  )
}

export function spanOf(lang: Lang, { since, until }: Pick<Interest, 'since' | 'until'>): string {
  const say = words[lang]
  const parts = [
    since && `${say.since.toLowerCase()} ${formatDate(lang, since)}`,
    until && `${say.until.toLowerCase()} ${formatDate(lang, until)}`,
  ].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}
