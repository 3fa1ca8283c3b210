import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Rows } from '#ui/facts.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import { useLang, type View } from '#ui/view.ts'
import type { Conflict, Control } from '../conflict.ts'
import { interestPaths } from '../paths.ts'
import type { PersonData } from '../read-pages.ts'
import { words } from '../words.ts'

type Props = { view: View; data: PersonData }

/** Where a declared interest meets the work of the programme, and what was decided about it. */
export function ConflictsPart({ view, data }: Props) {
  const say = words[view.lang].controls
  const { conflicts, may, programme, person } = data
  if (conflicts.length === 0) return null
  return (
    <Section id="h-konflik" title={say.title} intro={say.intro}>
      <ul class="mf-list">
        {conflicts.map((one) => (
          <ConflictItem view={view} data={data} conflict={one} />
        ))}
      </ul>
      {may === true ? (
        <ButtonLink href={interestPaths.control(programme.slug, person.id)}>{say.decide}</ButtonLink>
      ) : null}
      {may !== true && may.code === 'ownConflict' ? (
        <DisabledButton id="control" reason={may.text(view.lang)}>
          {say.decide}
        </DisabledButton>
      ) : null}
    </Section>
  )
}

const shown = 5

function ConflictItem({ view, data, conflict }: Props & { conflict: Conflict }) {
  const say = words[view.lang]
  const { stakes, control, since } = conflict
  const body = data.names.get(conflict.organisation_id)
  const reason = data.reasons.find((one) => one.control_id === control?.id)
  const met = (
    <>
      {stakes.slice(0, shown).map((stake) => (
        <div>
          {say.controls.stakes[stake.kind]}:{' '}
          <a class="govuk-link" href={stake.href}>
            <Recorded lang={stake.lang}>{stake.label}</Recorded>
          </a>
        </div>
      ))}
      {stakes.length > shown ? <div>{say.controls.more(formatNumber(view.lang, stakes.length - shown))}</div> : null}
    </>
  )
  const items = [
    { label: say.controls.meets, value: met },
    { label: control ? say.controls.decidedOn : say.controls.since, value: <Time at={since} /> },
    { label: say.controls.measure, value: control ? <Measure of={control} /> : <Undecided /> },
    ...(reason ? [{ label: say.controls.reason, value: <Recorded lang={reason.lang}>{reason.reason}</Recorded> }] : []),
  ]
  return (
    <li>
      <h3 class="mf-list__title">
        {say.kinds[conflict.kind]}: <Recorded lang={body?.lang}>{body?.name ?? '–'}</Recorded>
      </h3>
      <Rows items={items} />
    </li>
  )
}

/** "Diganti orang lain oleh Sari Dewi", "Kegiatan dihentikan sementara sampai 1 Mei 2027". */
export function Measure({ of }: { of: Control }) {
  const say = words[useLang()].controls
  return (
    <>
      <Tag sign="check" tone="green">
        {say.measures[of.measure]}
      </Tag>{' '}
      {of.substitute ? say.by(of.substitute) : null}
      {of.until ? (
        <>
          {say.until} <Time at={of.until} />
        </>
      ) : null}
    </>
  )
}

export function Undecided() {
  return (
    <Tag sign="warning" tone="orange">
      {words[useLang()].controls.open}
    </Tag>
  )
}
