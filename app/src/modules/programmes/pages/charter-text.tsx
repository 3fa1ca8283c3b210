import { Details } from '#ui/details.tsx'
import { type Fact, Rows } from '#ui/facts.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ExternalLink, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { CharterVersion } from '../charter.ts'
import { words } from '../words.ts'
import { cadenceWords, mandateOf, officeWords, publishableWords, purposeOf, quorumWords } from './charter-words.ts'

type Props = { charter: CharterVersion; view: View; names: Map<string, string> }

/** The agreement itself, one row a clause; what is not set says so. */
export function CharterText({ charter, view, names }: Props) {
  const say = words[view.lang].charter
  const { lang } = view
  const items: Fact[] = [
    { label: say.purpose, value: written(purposeOf(lang, charter), lang) },
    { label: say.mandate, value: written(mandateOf(lang, charter), lang) },
    { label: say.legalBasis, value: <Basis charter={charter} lang={lang} /> },
    {
      label: say.decisionRule,
      value: set(charter.decision_rule ? say.decisionRules[charter.decision_rule] : '', lang),
    },
    { label: say.quorum, value: set(quorumWords(lang, charter), lang) },
    { label: say.cadence, value: set(cadenceWords(lang, charter), lang) },
    { label: say.waitingLimit, value: set(waiting(charter, lang), lang) },
    {
      label: say.publishable,
      value: set(charter.publishable.map((kind) => publishableWords(lang, kind)).join(', '), lang),
    },
    { label: say.office, value: set(officeWords(lang, charter), lang) },
    {
      label: say.roles,
      value: listOf(
        charter.roles.map((role) => [role.title, role.title_en, role.lang]),
        lang,
      ),
    },
    {
      label: say.services,
      value: listOf(
        charter.services.map((one) => [one.name, one.name_en, one.lang]),
        lang,
      ),
    },
  ]
  return (
    <>
      <Rows items={charter.parties.length > 0 ? [...items, partiesFact({ charter, view, names })] : items} />
      <Cells charter={charter} view={view} />
    </>
  )
}

function set(text: string, lang: Lang): Child {
  return text === '' ? <span class="mf-muted">{words[lang].charter.notSet}</span> : text
}

function written({ text, lang: own }: { text: string; lang: Lang }, lang: Lang): Child {
  return text === '' ? set('', lang) : <Recorded lang={own}>{text}</Recorded>
}

function waiting({ waiting_limit }: CharterVersion, lang: Lang): string {
  return waiting_limit ? words[lang].charter.waitingDays(formatNumber(lang, waiting_limit)) : ''
}

function Basis({ charter: { legal_basis }, lang }: { charter: CharterVersion; lang: Lang }) {
  if (legal_basis.length === 0) return <>{set('', lang)}</>
  return (
    <>
      {legal_basis.map((basis) => (
        <Recorded as="div" lang={basis.lang}>
          {basis.url ? <ExternalLink href={basis.url}>{basis.title}</ExternalLink> : basis.title}
        </Recorded>
      ))}
    </>
  )
}

function listOf(rows: [string, string | null | undefined, Lang][], lang: Lang): Child {
  if (rows.length === 0) return set('', lang)
  return (
    <>
      {rows.map(([text, english, own]) => (
        <Recorded as="div" lang={lang === 'en' && english ? 'en' : own}>
          {lang === 'en' && english ? english : text}
        </Recorded>
      ))}
    </>
  )
}

function partiesFact({ charter, view, names }: Props): Fact {
  const { parties, charter: say } = words[view.lang]
  const value = (
    <>
      {charter.parties.map((party) => (
        <div>
          {names.get(party.organisation_id)} <span class="mf-muted">{parties.roles[party.role]}</span>
        </div>
      ))}
    </>
  )
  return { label: say.parties, value }
}

/** Which services are required where: one row a service, its places named. */
function Cells({ charter, view }: { charter: CharterVersion; view: View }) {
  const say = words[view.lang].charter
  const places = new Map(charter.territories.map((place) => [place.code, own(view.lang, place.name, place.name_en)]))
  const required = charter.services
    .map((service) => ({
      name: own(view.lang, service.name, service.name_en),
      places: charter.cells.filter((cell) => cell.service === service.key).map((cell) => places.get(cell.territory)),
    }))
    .filter((row) => row.places.length > 0)
  return (
    <Section
      id="h-sel"
      title={say.cells}
      intro={required.length > 0 ? say.cellsIntro(formatNumber(view.lang, charter.cells.length)) : say.cellsNone}
    >
      {required.length === 0 ? null : (
        <Details summary={say.cells} open={required.length <= 12}>
          <Table
            caption={say.cells}
            rows={required}
            columns={[
              { label: say.services, head: true, cell: (row) => row.name },
              { label: say.territories, cell: (row) => row.places.join(', ') },
            ]}
          />
        </Details>
      )}
    </Section>
  )
}

/** A name in the reader's language, as far as it was given in it. */
export function own(lang: Lang, text: string, english: string | null | undefined): string {
  return lang === 'en' && english ? english : text
}
