import type { Lang } from '#kernel/reason.ts'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import { words } from '../words/pages.ts'

/** Something a person may do here, or the reason why not. `id`: unique on the page. */
export type Act = { id: string; href: string; label: string; why?: string; secondary?: boolean; about?: string }

/** The programme's name in the reader's language where it is known. */
export function nameOf(programme: ProgrammeHead, lang: Lang): string {
  return lang === 'en' && programme.name_en ? programme.name_en : programme.name
}

export function trail(programme: ProgrammeHead, lang: Lang, ...more: Crumb[]): Crumb[] {
  return [
    { href: paths.programmes(), label: words[lang].programmes },
    { href: paths.programme(programme.slug), label: nameOf(programme, lang) },
    ...more,
  ]
}

/** Buttons in a row; one that may not be used stays in sight with its reason. `wide`: they fill the card they stand in. */
export function Acts({ acts, wide }: { acts: Act[]; wide?: boolean }) {
  if (acts.length === 0) return null
  return (
    <div class={wide ? 'mf-acts' : 'mf-actions mf-actions--end'}>
      {acts.map((act) =>
        act.why ? (
          <DisabledButton id={act.id} small secondary={act.secondary} reason={act.why} about={act.about}>
            {act.label}
          </DisabledButton>
        ) : (
          <ButtonLink small secondary={act.secondary} href={act.href} about={act.about}>
            {act.label}
          </ButtonLink>
        ),
      )}
    </div>
  )
}
