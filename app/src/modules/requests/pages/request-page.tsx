import { Acts } from '#modules/programmes/pages/below-programme.tsx'
import { Rows } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { OneData, Private, Shown } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { codeOf } from '../request.ts'
import { words } from '../words.ts'
import { CalendarNote, Texts } from './parts.tsx'
import { Happened, RequestFacts } from './request-part.tsx'

export function RequestPage({ view, data }: { view: View; data: OneData }) {
  const say = words[view.lang]
  const { facts, acts, wording, programme } = data
  return (
    <Page
      view={view}
      title={say.one.title(codeOf(facts))}
      breadcrumbs={[{ href: requestPaths.register(), label: say.register.title }]}
      example={programme?.example ?? undefined}
    >
      <p class="mf-eyebrow">{say.one.title(codeOf(facts))}</p>
      <h1 class="govuk-heading-xl">
        {wording ? <Recorded lang="id">{wording.subject}</Recorded> : say.register.unworded}
      </h1>
      <RequestFacts view={view} data={data} />
      {acts.length > 0 ? (
        <Section id="h-tindakan" title={say.one.acts}>
          <Acts
            view={view}
            acts={acts.map(({ act, verdict }, index) => ({
              id: `a-${act}`,
              href: requestPaths.act(facts.id, act),
              label: say.act[act].title,
              verdict,
              primary: index === 0,
            }))}
          />
        </Section>
      ) : null}
      {data.private ? <PrivatePart view={view} data={data} part={data.private} /> : null}
      <Section id="h-riwayat" title={say.one.history}>
        <Happened view={view} data={data} />
      </Section>
      <CalendarNote version={facts.calendar_version} view={view} />
    </Page>
  )
}

function PrivatePart({ view, data, part }: { view: View; data: Shown; part: Private }) {
  const say = words[view.lang].one
  return (
    <>
      <Section id="h-ditulis" title={say.private} intro={say.privateNote}>
        <Texts texts={part.texts} lang={data.facts.lang} view={view} />
      </Section>
      {part.requester ? (
        <Section id="h-pemohon" title={say.requester} intro={say.requesterNote}>
          <RequesterRows view={view} part={part} />
        </Section>
      ) : null}
    </>
  )
}

function RequesterRows({ view, part }: { view: View; part: Private }) {
  const all = words[view.lang]
  const say = all.one
  const { kind, name, identity_kind, identity_number, email, phone, address } = part.requester!
  return (
    <Rows
      items={[
        { label: say.name, value: name },
        { label: say.kind, value: all.kind[kind as keyof typeof all.kind] },
        {
          label: say.identity,
          value: `${all.identity[identity_kind as keyof typeof all.identity]}: ${identity_number}`,
        },
        { label: say.email, value: email ?? '–' },
        { label: say.phone, value: phone ?? '–' },
        { label: say.address, value: address },
      ]}
    />
  )
}
