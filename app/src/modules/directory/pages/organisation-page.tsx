import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { History } from '#ui/history.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { countryName } from '../importing/countries.ts'
import { isDissolved } from '../organisation.ts'
import { directoryPaths } from '../paths.ts'
import type { OrganisationData } from '../read-organisations.ts'
import { words } from '../words.ts'
import { mergingWords } from '../words-merging.ts'
import { eventName, listCrumbs } from './directory-form.tsx'
import { Children, People, Programmes } from './organisation-parts.tsx'
import { WebAddress } from './web-address.tsx'

type Props = { view: View; data: OrganisationData }

export function OrganisationPage({ view, data }: Props) {
  const say = words[view.lang]
  const { organisation } = data
  return (
    <Page view={view} title={organisation.name} breadcrumbs={listCrumbs(view)} example={data.example}>
      {isDissolved(organisation, view.today) ? (
        <div class="mf-prog__tags">
          <Tag sign="stop" tone="grey">
            {say.dissolved}
          </Tag>
        </div>
      ) : null}
      <h1 class="govuk-heading-xl">
        <Recorded lang={organisation.lang}>{organisation.name}</Recorded>
        {organisation.acronym ? <> ({organisation.acronym})</> : null}
      </h1>
      <OrganisationFacts view={view} data={data} />
      <People view={view} data={data} />
      <Programmes view={view} data={data} />
      <Children view={view} data={data} />
      <Section id="h-history" title={say.history}>
        <History
          events={data.history.map(({ name, at, person }) => ({
            at,
            what: eventName(view, name),
            who: person ?? undefined,
          }))}
        />
      </Section>
      <Acts view={view} data={data} />
    </Page>
  )
}

function OrganisationFacts({ view, data }: Props) {
  const say = words[view.lang]
  const { organisation, parent, names, identifiers, merged } = data
  const former = names.filter((one) => one.kind === 'former')
  const others = names.filter((one) => one.kind !== 'former')
  const items = [
    { label: say.kind, value: say.kinds[organisation.kind], shown: true },
    { label: say.area, value: <Area view={view} data={data} />, shown: true },
    {
      label: say.parent,
      value: parent ? (
        <a class="govuk-link" href={directoryPaths.organisation(parent.id)}>
          <Recorded lang={parent.lang}>{parent.name}</Recorded>
        </a>
      ) : null,
      shown: parent !== undefined,
    },
    {
      label: say.website,
      value: <WebAddress address={organisation.website ?? ''} />,
      shown: organisation.website !== null,
    },
    { label: say.foundedOn, value: <Time at={organisation.founded_on ?? ''} />, shown: !!organisation.founded_on },
    {
      label: say.dissolvedOn,
      value: <Time at={organisation.dissolved_on ?? ''} />,
      shown: !!organisation.dissolved_on,
    },
    { label: say.formerNames, value: <Names view={view} names={former} />, shown: former.length > 0 },
    { label: say.otherNames, value: <Names view={view} names={others} />, shown: others.length > 0 },
    {
      label: say.identifiers,
      value: identifiers.map(({ scheme, value }) => (
        <div>
          <span class="mf-muted">{scheme}</span> <span class="mf-num">{value}</span>
        </div>
      )),
      shown: identifiers.length > 0,
    },
    {
      label: say.merged,
      value: merged.map((one) => <div>{one.name}</div>),
      shown: merged.length > 0,
    },
  ]
  return <Facts items={items.filter((item) => item.shown).map(({ label, value }) => ({ label, value }))} />
}

function Area({ view, data }: Props) {
  const { area, organisation } = data
  const country = organisation.country === 'ID' ? undefined : countryName(view.lang, organisation.country)
  if (area.length === 0) return <>{country ?? organisation.territory_code ?? countryName(view.lang, 'ID')}</>
  return (
    <>
      {[...area].reverse().map(({ code, name }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a class="govuk-link" href={directoryPaths.territory(code)}>
            {name}
          </a>
        </>
      ))}
      {country ? `, ${country}` : ''}
    </>
  )
}

function Names({ view, names }: { view: View; names: OrganisationData['names'] }) {
  const say = words[view.lang]
  return (
    <>
      {names.map(({ name, until }) => (
        <div>
          {name}
          {until ? (
            <span class="mf-small mf-muted">
              {' '}
              {say.nameUntil.toLowerCase()} <Time at={until} />
            </span>
          ) : null}
        </div>
      ))}
    </>
  )
}

function Acts({ view, data }: Props) {
  const say = words[view.lang]
  const { organisation, may } = data
  if (!view.person) return null
  if (may.edit !== true) {
    return (
      <Section id="h-acts" title={say.acts}>
        <DisabledButton id="edit-organisation" reason={may.edit.text(view.lang)}>
          {say.edit}
        </DisabledButton>
      </Section>
    )
  }
  const { id } = organisation
  const end = organisation.dissolved_on
    ? { href: directoryPaths.reinstatement(id), label: say.reinstate }
    : { href: directoryPaths.dissolution(id), label: say.dissolve }
  const links = [
    { href: directoryPaths.renaming(id), label: say.rename, may: true as const },
    { href: directoryPaths.newName(id), label: say.addName, may: true as const },
    { href: directoryPaths.newIdentifier(id), label: say.addIdentifier, may: true as const },
    { ...end, may: may.dissolve },
    { href: directoryPaths.merger(id), label: mergingWords[view.lang].merge, may: may.merge },
  ]
  return (
    <Section id="h-acts" title={say.acts}>
      <div class="mf-actions">
        <ButtonLink href={directoryPaths.editing(id)}>{say.edit}</ButtonLink>
        {links
          .filter((link) => link.may === true)
          .map((link) => (
            <ButtonLink secondary href={link.href}>
              {link.label}
            </ButtonLink>
          ))}
      </div>
      {links.map((link, index) =>
        link.may === true ? null : (
          <DisabledButton id={`act-${index}`} reason={link.may.text(view.lang)} secondary>
            {link.label}
          </DisabledButton>
        ),
      )}
    </Section>
  )
}
