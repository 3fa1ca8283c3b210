import type { Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { TaskPageData } from '../loads.ts'
import type { ReasonCode } from '../task.ts'
import { words } from '../words.ts'
import { Agency, TargetText } from './parts.tsx'

type Move = TaskPageData['moves'][number]

/** Every move of the target, the first one on top. */
export function MovesSection({ lang, data }: { lang: Lang; data: TaskPageData }) {
  const say = words[lang].page.task
  const { moves, names, record } = data
  if (moves.length === 0) return null
  const unknown = <span class="mf-muted">{say.unknown}</span>
  const columns: Column<Move>[] = [
    {
      label: say.moveFrom,
      head: true,
      cell: (one) => <TargetText due={one.from_due} target={one.from_target} lang={record.lang} />,
    },
    { label: say.moveTo, cell: (one) => <TargetText due={one.to_due} target={one.to_target} lang={record.lang} /> },
    { label: say.moveWhy, cell: (one) => <Why of={one} lang={lang} /> },
    { label: say.moveAsked, cell: (one) => (one.requested_by ? <Agency of={names.get(one.requested_by)} /> : unknown) },
    { label: say.moveDecided, cell: (one) => (one.decided_by ? <Agency of={names.get(one.decided_by)} /> : unknown) },
    { label: say.moveOn, cell: (one) => (one.moved_on ? <Time at={one.moved_on} /> : unknown) },
  ]
  return (
    <Section id="h-geser" title={say.moves}>
      <Table caption={say.moves} columns={columns} rows={moves} />
    </Section>
  )
}

export function Why({
  of,
  lang,
}: {
  of: { reason: string | null; reason_en: string | null; lang: string; code: string | null }
  lang: Lang
}) {
  const english = lang === 'en' && of.reason_en
  const text = english ? of.reason_en : of.reason
  return (
    <>
      {text ? <Recorded lang={english ? 'en' : of.lang}>{text}</Recorded> : null}
      {of.code ? <span class="mf-src">{words[lang].reason[of.code as ReasonCode]}</span> : null}
    </>
  )
}
