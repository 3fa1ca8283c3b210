import { formatNumber, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { SignName } from '#ui/signs.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import type { TaskPageData } from '../loads.ts'
import { words } from '../words.ts'
import { Agency } from './parts.tsx'

type Value = 'yes' | 'no' | 'partial'
type Line = { organisation: string; obligation: 'required' | 'encouraged' | null; values: (Value | undefined)[] }

const look: Record<Value, { sign: SignName; tone: Tone }> = {
  yes: { sign: 'check', tone: 'green' },
  partial: { sign: 'half', tone: 'yellow' },
  no: { sign: 'open', tone: 'grey' },
}

/** Which agencies have taken up what the task introduces, one column a question. */
export function AdoptionSection({ lang, data }: { lang: Lang; data: TaskPageData }) {
  const say = words[lang].page.task
  const { adoption, names } = data
  const lines = linesOf(data)
  if (lines.length === 0) return null
  const answered = lines.filter((line) => line.values.some(Boolean))
  const yes = answered.filter((line) => line.values.every((value) => value === 'yes')).length
  const questions = adoption.questions.length > 0 ? adoption.questions : [undefined]
  const columns: Column<Line>[] = [
    { label: say.adoptionAgency, head: true, cell: (line) => <Agency of={names.get(line.organisation)} /> },
    ...(lines.some((line) => line.obligation)
      ? [
          {
            label: say.adoptionAsked,
            cell: (line: Line) => (line.obligation ? words[lang].obligation[line.obligation] : ''),
          },
        ]
      : []),
    ...questions.map((question, index) => ({
      label: question
        ? ((lang === 'en' ? question.title_en : question.title) ?? question.title ?? question.title_en ?? '')
        : say.adoptionAnswer,
      cell: (line: Line) => <Answer value={line.values[index]} lang={lang} />,
    })),
  ]
  const intro =
    answered.length > 0
      ? say.adoptionIntro(formatNumber(lang, yes), formatNumber(lang, answered.length))
      : say.adoptionNone
  const totals = adoption.questions.filter((one) => one.reported_total !== null)
  return (
    <Section id="h-terap" title={say.adoption} intro={intro}>
      <Table caption={say.adoption} columns={columns} rows={lines} />
      {totals.map((one) => (
        <p class="mf-small mf-muted">
          {(lang === 'en' ? one.title_en : one.title) ?? one.title} ·{' '}
          {say.sourceTotal(formatNumber(lang, one.reported_total!))}
        </p>
      ))}
    </Section>
  )
}

function linesOf({ adoption }: TaskPageData): Line[] {
  const questions = adoption.questions.length > 0 ? adoption.questions.map((one) => one.id) : [null]
  const asked = new Map(adoption.obligations.map((one) => [one.organisation_id, one.obligation as Line['obligation']]))
  const bodies = new Set([...asked.keys(), ...adoption.answers.map((one) => one.organisation_id)])
  return [...bodies].map((organisation) => ({
    organisation,
    obligation: asked.get(organisation) ?? null,
    values: questions.map(
      (question) =>
        adoption.answers.find((one) => one.organisation_id === organisation && one.question_id === question)?.value as
          | Value
          | undefined,
    ),
  }))
}

function Answer({ value, lang }: { value: Value | undefined; lang: Lang }) {
  if (!value) return <span class="mf-muted">–</span>
  return <Tag {...look[value]}>{words[lang].adoption[value]}</Tag>
}
