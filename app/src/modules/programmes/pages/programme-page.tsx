import { ButtonLink } from '#ui/button.tsx'
import { type Fact, FactLink, Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { ExternalLink, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { LegalBasis } from '../charter.ts'
import { type PartyRow, shortName } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { inLanguageOf, type Programme } from '../programme.ts'
import type { SectionView } from '../standing.ts'
import { words } from '../words.ts'
import { ProgrammeStatusTag } from './status-tag.tsx'

/** A section with what it shows; one without a body only adds facts. */
export type ShownSection = { id: string; title: string; facts: Fact[]; view?: SectionView }

export type ProgrammePageProps = {
  view: View
  programme: Programme
  parties: PartyRow[]
  legalBasis: LegalBasis[]
  sections: ShownSection[]
  /** This person runs the programme. */
  coordinates: boolean
  feed?: string
}

export function ProgrammePage(props: ProgrammePageProps) {
  const { view, programme, parties, legalBasis, sections, coordinates, feed } = props
  const name = inLanguageOf(view.lang, { own: programme.name, en: programme.name_en, lang: programme.lang })
  const summary = inLanguageOf(view.lang, { own: programme.summary, en: programme.summary_en, lang: programme.lang })
  const shown = sections.filter((section) => section.view)
  return (
    <Page
      view={view}
      title={name.text}
      breadcrumbs={[{ href: programmePaths.list(), label: words[view.lang].list.title }]}
      example={programme.example ?? undefined}
      description={summary.text}
      feed={feed ? { href: feed, title: name.text } : undefined}
    >
      <div class="mf-prog__tags">
        <ProgrammeStatusTag status={programme.status} />
      </div>
      <Recorded as="h1" class="govuk-heading-xl" lang={name.lang}>
        {name.text}
      </Recorded>
      {summary.text ? (
        <Recorded as="p" class="govuk-body-l" lang={summary.lang}>
          {summary.text}
        </Recorded>
      ) : null}
      <Facts
        items={[...ownFacts({ view, programme, parties, legalBasis }), ...sections.flatMap((section) => section.facts)]}
      />
      {coordinates ? <Manage view={view} slug={programme.slug} /> : null}
      <Jump items={shown.map(({ id, title, view: of }) => ({ href: `#${id}`, label: title, count: of!.count }))} />
      {shown.map(({ id, title, view: { intro, more, body } = { body: null } }) => (
        <Section id={id} title={title} intro={intro} more={more}>
          {body}
        </Section>
      ))}
    </Page>
  )
}

type FactsOf = Pick<ProgrammePageProps, 'view' | 'programme' | 'parties' | 'legalBasis'>

function ownFacts({ view, programme, parties, legalBasis }: FactsOf): Fact[] {
  const say = words[view.lang].page
  const leads = parties.filter((party) => party.role === 'lead')
  return [
    { label: say.ledBy, value: <strong>{leads.map((party) => fullName(party)).join(', ')}</strong> },
    { label: say.partnersLabel, value: <Partners parties={parties} view={view} slug={programme.slug} /> },
    { label: say.period, value: <Period programme={programme} view={view} /> },
    { label: say.legalBasis, value: <Basis legalBasis={legalBasis} view={view} slug={programme.slug} /> },
    ...placeFact(programme, view),
    ...sourceFacts(programme, view),
  ]
}

function fullName(party: PartyRow): string {
  return party.acronym ? `${party.name} (${party.acronym})` : party.name
}

const namedPartners = 8

function Partners({ parties, view, slug }: { parties: PartyRow[]; view: View; slug: string }) {
  const say = words[view.lang].page
  const partners = parties.filter((party) => party.role !== 'lead')
  const named = partners.slice(0, namedPartners).map(shortName).join(', ')
  const more = partners.length - namedPartners
  return (
    <>
      {partners.length === 0 ? say.noPartners : named}
      {more > 0 ? `, ${say.andMore(formatNumber(view.lang, more))}` : ''}
      <FactLink href={programmePaths.parties(slug)}>{say.whoDoesWhat}</FactLink>
    </>
  )
}

function Period({ programme: { starts_on, ends_on }, view }: { programme: Programme; view: View }) {
  const say = words[view.lang].page
  if (starts_on && ends_on) {
    return (
      <>
        <Time at={starts_on} /> – <Time at={ends_on} />
      </>
    )
  }
  if (!starts_on && !ends_on) return <span class="mf-muted">{say.noPeriod}</span>
  return (
    <>
      {starts_on ? `${say.periodFrom} ` : '– '}
      <Time at={(starts_on ?? ends_on)!} />
    </>
  )
}

function Basis({ legalBasis, view, slug }: { legalBasis: LegalBasis[]; view: View; slug: string }) {
  const say = words[view.lang].page
  return (
    <>
      {legalBasis.length === 0 ? <span class="mf-muted">{say.noLegalBasis}</span> : null}
      {legalBasis.map((basis, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <Recorded lang={basis.lang}>
            {basis.url ? <ExternalLink href={basis.url}>{basis.title}</ExternalLink> : basis.title}
          </Recorded>
        </>
      ))}
      <FactLink href={programmePaths.charter(slug)}>{say.charter}</FactLink>
    </>
  )
}

function placeFact({ place, place_en, lang }: Programme, view: View): Fact[] {
  const where = inLanguageOf(view.lang, { own: place, en: place_en, lang })
  if (!where.text) return []
  return [{ label: words[view.lang].page.place, value: <Recorded lang={where.lang}>{where.text}</Recorded> }]
}

function sourceFacts({ source, evaluate_at }: Programme, view: View): Fact[] {
  const say = words[view.lang].page
  const asOf = evaluate_at ? [{ label: say.asOf, value: formatDate(view.lang, evaluate_at) }] : []
  if (!source) return asOf
  const licence = source.licence ? <span class="mf-small mf-muted"> {say.licence(source.licence)}</span> : null
  const value = (
    <>
      <ExternalLink href={source.url}>{source.title}</ExternalLink>
      {licence}
    </>
  )
  return [{ label: say.source, value }, ...asOf]
}

function Manage({ view, slug }: { view: View; slug: string }) {
  const { page, parties, seats, charter } = words[view.lang]
  const acts = [
    { href: programmePaths.newParty(slug), label: parties.invite },
    { href: programmePaths.newSeat(slug), label: seats.give },
    { href: programmePaths.charter(slug), label: charter.title },
    { href: programmePaths.description(slug), label: page.describe },
    { href: programmePaths.status(slug), label: page.changeStatus },
  ]
  return (
    <nav class="mf-actions mf-actions--end" aria-label={page.manage}>
      {acts.map((act) => (
        <ButtonLink href={act.href} secondary small>
          {act.label}
        </ButtonLink>
      ))}
    </nav>
  )
}
