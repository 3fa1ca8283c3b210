import type { Child } from '#ui/jsx/element.ts'
import { Details } from './details.tsx'
import { type Example, say } from './example.ts'
import { FactLink, Rows } from './facts.tsx'
import type { Lang } from './language.ts'
import { Sign } from './signs.tsx'
import { Recorded, Time } from './text.tsx'
import { useLang, useWords } from './view.ts'

export type HeldProps = {
  label: string
  /** Language of what the decider wrote. */
  lang: Lang
  /** "Pasal 17 huruf h: rahasia pribadi". */
  basis: (lang: Lang) => string
  ground: string
  other_law?: string | null
  harm: string
  decided_by: string
  decided_on: string
  ends_on?: string | null
  ends_when?: 'consent' | 'office' | 'ruling' | 'law' | null
  next_review_on: string
  stays_open: string
  appeal_to: string
  /** The form by which anyone asks for it all the same. */
  appeal_href?: string
  /** The whole decision, where the stub stands elsewhere. */
  href?: string
}

/** A visible hole where a withheld record would have stood. No row may be empty. */
export function Held(props: HeldProps) {
  const lang = useLang()
  const { held } = useWords()
  const { decider, ...rows } = heldRows(props, lang, held)
  return (
    <div class="mf-held">
      <Bar {...props} />
      <Rows items={[rows.basis, rows.harm, decider, rows.until, rows.staysOpen, rows.disagree]} />
    </div>
  )
}

/** The same among many in a list: on what ground and until when; the rest is folded. */
export function HeldBriefly(props: HeldProps) {
  const lang = useLang()
  const { held } = useWords()
  const { basis, until, ...rows } = heldRows(props, lang, held)
  return (
    <div class="mf-held mf-held--brief">
      <Bar {...props} />
      <Rows items={[basis, until]} />
      <Details summary={held.rest}>
        <Rows items={[rows.harm, rows.decider, rows.staysOpen, rows.disagree]} />
      </Details>
    </div>
  )
}

function Bar({ label, lang }: HeldProps) {
  const { held } = useWords()
  return (
    <div class="mf-held__bar">
      <h2>
        <Sign name="lock" />
        <span>
          {held.withheld}: <Recorded lang={lang}>{label}</Recorded>
        </span>
      </h2>
    </div>
  )
}

type HeldWords = ReturnType<typeof useWords>['held']

function heldRows(props: HeldProps, lang: Lang, held: HeldWords) {
  const said = (text: string) => <Recorded lang={props.lang}>{text}</Recorded>
  const decider = (
    <>
      {props.decided_by}, <Time at={props.decided_on} />
    </>
  )
  const appeal = (
    <>
      {held.appeal} {said(props.appeal_to)}. {held.appealTerm}
      {props.appeal_href ? <FactLink href={props.appeal_href}>{held.appealLink}</FactLink> : null}
    </>
  )
  return {
    basis: { label: held.basis, value: basisOf(props, lang, held) },
    harm: { label: held.harm, value: said(props.harm) },
    decider: { label: held.decidedBy, value: decider },
    until: { label: held.until, value: untilOf(props, held) },
    staysOpen: { label: held.staysOpen, value: said(props.stays_open) },
    disagree: { label: held.disagree, value: appeal },
  }
}

function basisOf({ ground, basis, other_law, lang: written, href }: HeldProps, lang: Lang, held: HeldWords): Child {
  return (
    <>
      {held.article(ground.slice(-1))}: {basis(lang)}
      {other_law ? (
        <>
          {' '}
          (<Recorded lang={written}>{other_law}</Recorded>)
        </>
      ) : null}
      {href ? <FactLink href={href}>{held.readTest}</FactLink> : null}
    </>
  )
}

function untilOf({ ends_on, ends_when, next_review_on }: HeldProps, held: HeldWords): Child {
  return (
    <>
      {ends_on ? <Time at={ends_on} /> : null}
      {ends_on && ends_when ? ', ' : null}
      {ends_when ? held.endsWhen[ends_when] : null}; {held.nextReview} <Time at={next_review_on} />
    </>
  )
}

/** A bar of one length in place of a passage, with its ground. */
export function Blackened({ letter, basis }: { letter: string; basis: string }) {
  const { held } = useWords()
  return (
    <span class="mf-blackened">
      {held.blackened(letter)}
      <span class="govuk-visually-hidden">: {basis}</span>
    </span>
  )
}

const sample = (lang: Lang): HeldProps => ({
  label: say(lang, 'Daftar 964 keluarga berisiko (31 halaman)', 'List of 964 families at risk (31 pages)'),
  lang,
  ground: '17h',
  basis: (reader) => say(reader, 'Rahasia pribadi', 'Personal secrets'),
  harm: say(lang, 'Riwayat kesehatan ibu dan anak dapat dikenali orang lain.', 'Health histories could be recognised.'),
  decided_by: 'Dinas Kesehatan',
  decided_on: '2026-11-17',
  ends_when: 'consent',
  next_review_on: '2027-11-17',
  stays_open: say(lang, 'Jumlah keluarga per desa.', 'The number of families per village.'),
  appeal_to: say(lang, 'atasan PPID', 'the superior of the information officer'),
  appeal_href: '#minta',
  href: '#uji',
})

export const examples: Example[] = [
  { name: 'Held', render: (lang) => <Held {...sample(lang)} /> },
  { name: 'HeldBriefly', render: (lang) => <HeldBriefly {...sample(lang)} /> },
  {
    name: 'Blackened',
    render: (lang) => (
      <p class="govuk-body">
        {say(lang, 'Pasien ', 'The patient ')}
        <Blackened letter="h" basis={say(lang, 'Rahasia pribadi', 'Personal secrets')} />
        {say(lang, ' dirujuk pada hari yang sama.', ' was referred on the same day.')}
      </p>
    ),
  },
  {
    name: 'Held until a day',
    render: (lang) => <Held {...sample(lang)} ground="17a" ends_on="2027-06-30" ends_when={null} />,
  },
]
