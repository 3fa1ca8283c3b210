import { newId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import { DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { CharterSignature, CharterState, CharterVersion } from '../charter.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { Acts, BelowProgramme } from './below-programme.tsx'
import { CharterChanges } from './charter-changes-list.tsx'
import { CharterText } from './charter-text.tsx'
import { Signatures } from './signatures.tsx'

export type CharterData = {
  programme: ProgrammeHead
  versions: CharterVersion[]
  /** The version on the page; undefined: there is none that the reader may see. */
  shown?: CharterVersion
  /** The version that it follows. */
  before?: CharterVersion
  signatures: CharterSignature[]
  names: Map<string, string>
  /** Parties of the shown version that must sign. */
  signers: string[]
  draft?: CharterVersion
}

export type CharterRights = {
  /** Undefined for readers without a seat. */
  draft?: Verdict
  propose: Verdict
  /** By party: may this person sign for it? */
  sign: Map<string, Verdict>
}

export function CharterPage({ data, view, rights }: { data: CharterData; view: View; rights: CharterRights }) {
  const say = words[view.lang].charter
  const { programme, shown } = data
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {shown ? <Shown data={data} shown={shown} view={view} /> : <Empty title={say.none}>{say.noneRule}</Empty>}
      {rights.draft === undefined ? null : <Work data={data} view={view} rights={rights} verdict={rights.draft} />}
      {shown ? <CharterText charter={shown} view={view} names={data.names} /> : null}
      {shown && shown.status !== 'draft' ? (
        <Signatures data={data} charter={shown} view={view} rights={rights} />
      ) : null}
      {shown && data.before ? (
        <CharterChanges before={data.before} after={shown} names={data.names} view={view} />
      ) : null}
      {data.versions.length > 1 ? <Versions data={data} view={view} /> : null}
    </BelowProgramme>
  )
}

function Shown({ data, shown, view }: { data: CharterData; shown: CharterVersion; view: View }) {
  const say = words[view.lang].charter
  const number = (count: number) => formatNumber(view.lang, count)
  const signed = data.signers.filter((id) => data.signatures.some((one) => one.organisation_id === id)).length
  return (
    <>
      <p class="mf-prog__tags">
        <CharterTag status={shown.status} view={view} /> <strong>{say.version(number(shown.number))}</strong>
        {shown.in_force_on ? (
          <span class="mf-muted">
            {say.inForceSince} <Time at={shown.in_force_on} />
          </span>
        ) : null}
      </p>
      <Waiting data={data} shown={shown} view={view} />
      {shown.status === 'draft' ? <Notice kind="note" text={say.draftForTeam} /> : null}
      {shown.status === 'proposed' ? (
        <Notice kind="attention" text={say.proposedNotice(number(signed), number(data.signers.length))} />
      ) : null}
    </>
  )
}

/** On the page of another version: the one that waits for signatures. */
function Waiting({ data, shown, view }: { data: CharterData; shown: CharterVersion; view: View }) {
  const say = words[view.lang].charter
  const proposed = data.versions.find((version) => version.status === 'proposed')
  if (!proposed || proposed.id === shown.id) return null
  const link = { href: programmePaths.charterVersion(data.programme.slug, proposed.number), label: say.seeWaiting }
  return <Notice kind="attention" text={say.waiting(formatNumber(view.lang, proposed.number))} link={link} />
}

const looks: Record<
  CharterState,
  { sign: 'open' | 'half' | 'check' | 'stop' | 'cross'; tone: 'grey' | 'orange' | 'green' }
> = {
  draft: { sign: 'open', tone: 'grey' },
  proposed: { sign: 'half', tone: 'orange' },
  'in-force': { sign: 'check', tone: 'green' },
  superseded: { sign: 'stop', tone: 'grey' },
  replaced: { sign: 'cross', tone: 'grey' },
}

function CharterTag({ status, view }: { status: CharterState; view: View }) {
  return <Tag {...looks[status]}>{words[view.lang].charter.states[status]}</Tag>
}

type WorkProps = { data: CharterData; view: View; rights: CharterRights; verdict: Verdict }

/** What the coordination team does with the charter: on the draft write, choose cells, propose; else begin or open it. */
function Work({ data, view, rights, verdict }: WorkProps) {
  const say = words[view.lang].charter
  const { draft, shown, programme } = data
  const { slug } = programme
  if (!draft) {
    const start = { id: 'alasan-rancang', href: programmePaths.charterDraft(slug), label: say.startDraft, verdict }
    return <Acts view={view} acts={[start]} />
  }
  if (shown?.id !== draft.id) {
    const label = say.openDraft(formatNumber(view.lang, draft.number))
    const open = {
      id: 'alasan-buka',
      href: programmePaths.charterVersion(slug, draft.number),
      label,
      verdict: true as const,
    }
    return <Acts view={view} acts={[open]} />
  }
  const write = { id: 'alasan-rancang', href: programmePaths.charterDraft(slug), label: say.draft, verdict }
  const cells = { id: 'alasan-sel', href: programmePaths.charterCells(slug), label: say.chooseCells, verdict }
  return (
    <>
      <Acts view={view} acts={[write, cells]} />
      <Propose draft={draft} slug={slug} view={view} verdict={rights.propose} />
    </>
  )
}

type ProposeProps = { draft: CharterVersion; slug: string; view: View; verdict: Verdict }

function Propose({ draft, slug, view, verdict }: ProposeProps) {
  const say = words[view.lang].charter
  if (verdict !== true) {
    return (
      <div class="govuk-section-break--m">
        <DisabledButton id="alasan-usul" reason={verdict.text(view.lang)}>
          {say.propose}
        </DisabledButton>
      </div>
    )
  }
  return (
    <div class="mf-actions govuk-section-break--m">
      <Form action={programmePaths.charterProposal(slug)} formKey={newId(view.now)} version={draft.version} bare>
        <SubmitButton>{say.propose}</SubmitButton>
      </Form>
      <span class="mf-small mf-muted">{say.proposeHint}</span>
    </div>
  )
}

function Versions({ data: { programme, versions }, view }: { data: CharterData; view: View }) {
  const say = words[view.lang].charter
  return (
    <Section id="h-versi" title={say.versions}>
      <Table
        caption={say.versions}
        rows={versions}
        columns={[
          {
            label: say.one,
            head: true,
            cell: (version) => (
              <a class="govuk-link" href={programmePaths.charterVersion(programme.slug, version.number)}>
                {say.version(formatNumber(view.lang, version.number))}
              </a>
            ),
          },
          {
            label: say.signature.state,
            plain: true,
            cell: (version) => <CharterTag status={version.status} view={view} />,
          },
          { label: say.proposedOn, cell: (version) => day(version.proposed_on) },
          { label: say.inForceSince, cell: (version) => day(version.in_force_on) },
          { label: say.supersededOn, cell: (version) => day(version.superseded_on) },
        ]}
      />
    </Section>
  )
}

function day(at: string | null) {
  return at ? <Time at={at} /> : '–'
}
