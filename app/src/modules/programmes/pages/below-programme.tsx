import type { Verdict } from '#kernel/reason.ts'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import { programmePaths } from '../paths.ts'
import { type ProgrammeHead, programmeName } from '../public.ts'
import { words } from '../words.ts'

/** The way back from a page below a programme. */
export function trail(view: View, programme: ProgrammeHead, ...more: Crumb[]): Crumb[] {
  return [
    { href: programmePaths.list(), label: words[view.lang].list.title },
    { href: programmePaths.programme(programme.slug), label: programmeName(programme, view.lang) },
    ...more,
  ]
}

type Props = {
  view: View
  programme: ProgrammeHead
  title: string
  lead?: Child
  crumbs?: Crumb[]
  children?: Child
}

/** A page below a programme: its mark, the way back, one heading. */
export function BelowProgramme({ view, programme, title, lead, crumbs = [], children }: Props) {
  return (
    <Page
      view={view}
      title={`${title} – ${programmeName(programme, view.lang)}`}
      breadcrumbs={trail(view, programme, ...crumbs)}
      example={programme.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{title}</h1>
      {lead ? <p class="govuk-body-l">{lead}</p> : null}
      {children}
    </Page>
  )
}

export type Act = { id: string; href: string; label: string; verdict: Verdict; primary?: boolean }

/** What this person could do here; what is not open to them stands below and says why. */
export function Acts({ acts, view }: { acts: Act[]; view: View }) {
  const open = acts.filter((act) => act.verdict === true)
  return (
    <>
      {open.length > 0 ? (
        <div class="mf-actions govuk-section-break--m">
          {open.map(({ href, label, primary }) => (
            <ButtonLink href={href} secondary={!primary}>
              {label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
      {acts.map(({ id, label, verdict }) =>
        verdict === true ? null : (
          <div class="govuk-section-break--m">
            <DisabledButton id={id} reason={verdict.text(view.lang)}>
              {label}
            </DisabledButton>
          </div>
        ),
      )}
    </>
  )
}
