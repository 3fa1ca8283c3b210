import { groundNames } from '#kernel/grounds.ts'
import { appealHref } from '#kernel/withheld.ts'
import { type Act, Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { Held } from '#ui/held.tsx'
import { History } from '#ui/history.tsx'
import type { Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { standingOf } from '../classification.ts'
import type { DecisionData } from '../loads.ts'
import { classificationPaths as paths, redactionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { redactionWords } from '../words-redactions.ts'
import { FilesToOpen, ReleasedFiles } from './file-redaction-pages.tsx'
import { Versions } from './redaction-pages.tsx'
import { StandingTag } from './register-page.tsx'

export function DecisionPage({ view, data, today }: { view: View; data: DecisionData; today: string }) {
  const { lang } = view
  const { programme, one, record } = data
  const say = words[lang]
  const decided_by = `${say.decidedBy[one.by_office]}, ${one.owner}`
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.decision}
      crumbs={[{ href: paths.list(programme.slug), label: say.register }]}
    >
      <p class="govuk-body">
        <StandingTag lang={lang} row={one} today={today} />
      </p>
      <Held
        {...one}
        basis={groundNames[one.ground]}
        decided_by={decided_by}
        appeal_href={one.ended_by ? undefined : appealHref(programme.slug, one.id)}
      />
      <Versions lang={lang} data={data} />
      {record ? (
        <p class="govuk-body">
          <a class="govuk-link" href={record.href}>
            {say.toRecord}: <Recorded lang={record.lang}>{record.title}</Recorded>
          </a>
        </p>
      ) : null}
      <Acts view={view} acts={actsOn(data, lang)} />
      <ReleasedFiles lang={lang} data={data} />
      <FilesToOpen lang={lang} data={data} />
      <ConsequenceTest lang={lang} data={data} />
      <Section id="h-lanjut" title={say.acts}>
        {data.acts.length > 0 ? <Happened lang={lang} data={data} /> : <Empty title={say.noActs} />}
      </Section>
    </BelowProgramme>
  )
}

/** What was weighed before the record was withheld. */
export function ConsequenceTest({ lang, data: { one, kind } }: { lang: Lang; data: DecisionData }) {
  const say = words[lang]
  const said = (text: string) => <Recorded lang={one.lang}>{text}</Recorded>
  return (
    <Section id="h-uji" title={say.test} intro={say.checkLaw}>
      <Facts
        columns={2}
        items={[
          { label: say.part, value: `${say.parts[one.part]}${kind ? ` (${kind(lang).toLowerCase()})` : ''}` },
          ...(one.place ? [{ label: say.place, value: said(one.place) }] : []),
          { label: say.class, value: say.classes[one.to_class] },
          { label: say.information, value: said(one.information) },
          { label: say.harm, value: said(one.harm) },
          { label: say.weighing, value: said(one.weighing) },
          { label: say.staysOpen, value: said(one.stays_open) },
          { label: say.thenClass, value: say.classes[one.then_class] },
        ]}
      />
      {standingOf(one) === 'unconfirmed' ? <p class="govuk-body">{say.classHint}</p> : null}
    </Section>
  )
}

function Happened({ lang, data: { acts, one } }: { lang: Lang; data: DecisionData }) {
  const say = words[lang]
  return (
    <History
      events={acts.toReversed().map((act) => ({
        at: act.decided_on,
        what: (
          <>
            {say.actNames[act.act]}
            {act.expires_on ? (
              <>
                {' '}
                {say.until} <Time at={act.expires_on} />
              </>
            ) : null}
          </>
        ),
        who: act.person ?? say.system,
        more: act.reason ? <Recorded lang={one.lang}>{act.reason}</Recorded> : undefined,
      }))}
    />
  )
}

/** Only for who decides at all; everyone else reads. */
function actsOn({ programme, one, may }: DecisionData, lang: Lang): Act[] {
  const say = words[lang]
  const decides = Object.values(may).some((verdict) => verdict === true || verdict.code !== 'not-decider')
  if (!decides || one.ended_by || may.open !== true) return []
  const { slug } = programme
  const confirm = { id: 'alasan-setuju', href: paths.confirmation(slug, one.id), label: say.confirm }
  return [
    ...(one.in_force ? [] : [{ ...confirm, verdict: may.confirm, primary: true }]),
    ...(one.in_force
      ? [
          {
            id: 'alasan-tinjau',
            href: paths.review(slug, one.id),
            label: say.reviewAct,
            verdict: may.review,
            primary: true,
          },
          { id: 'alasan-batal', href: paths.overturning(slug, one.id), label: say.overturn, verdict: may.overturn },
        ]
      : []),
    {
      id: 'alasan-sebagian',
      href: redactionPaths.new(slug, one.id),
      label: redactionWords[lang].publish,
      verdict: may.open,
    },
    { id: 'alasan-buka', href: paths.opening(slug, one.id), label: say.open, verdict: may.open },
  ]
}
