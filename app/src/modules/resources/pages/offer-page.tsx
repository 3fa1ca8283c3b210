import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { paragraphs } from '#ui/decision.tsx'
import { Facts } from '#ui/facts.tsx'
import { History } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { titleIn } from '../budget-line.ts'
import type { OfferData } from '../load-offers.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Available, Quantity, StateTag } from './offer-parts.tsx'
import { overviewCrumb } from './parts.tsx'

type Props = { view: View; data: OfferData }

export function OfferPage({ view, data, more }: Props & { more: Child[] }) {
  const { offer: say, membersOnly } = words[view.lang]
  const { programme, resource } = data
  const { slug } = programme
  const acts = [
    { id: 'move', href: resourcePaths.moveOffer(slug, resource.id), label: say.move.title, verdict: data.mayMove },
  ]
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={titleIn(view.lang, resource).text}
      lead={<StateTag of={resource} />}
      crumbs={[overviewCrumb(view, programme), { href: resourcePaths.offers(slug), label: say.title }]}
    >
      {resource.class === 'members' ? <p class="mf-small mf-muted">{membersOnly}</p> : null}
      <Facts
        items={[
          { label: say.kind, value: say.kinds[resource.kind] },
          { label: say.owner, value: <Recorded lang="id">{resource.owner}</Recorded> },
          {
            label: say.quantity,
            value: (
              <strong>
                <Quantity of={resource} />
              </strong>
            ),
          },
          { label: say.from, value: <Available of={resource} /> },
        ]}
      />
      {paragraphs(resource.description).map((text) => (
        <Recorded as="p" class="govuk-body" lang={resource.lang}>
          {text}
        </Recorded>
      ))}
      {view.person && resource.state !== 'withdrawn' ? <Acts view={view} acts={acts} /> : null}
      <Moves view={view} data={data} />
      {more}
    </BelowProgramme>
  )
}

function Moves({ view, data }: Props) {
  const { offer: say } = words[view.lang]
  const { resource, moves } = data
  return (
    <Section id="k-riwayat" title={say.moves}>
      {moves.length === 0 ? (
        <p class="govuk-body mf-muted">{say.noMoves}</p>
      ) : (
        <History
          events={moves.map((move) => ({
            at: move.at,
            what: say.movedTo(say.states[move.to_state]),
            who: move.person ?? resource.owner,
            more: <Recorded lang={resource.lang}>{move.because}</Recorded>,
          }))}
        />
      )}
    </Section>
  )
}
