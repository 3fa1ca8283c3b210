import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { formatNumber } from '#ui/language.ts'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Place } from '../comment.ts'
import type { RecordData } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { Discussion } from './discussion.tsx'

export function RecordPage({ view, data, formKey }: { view: View; data: RecordData; formKey: () => string }) {
  const say = words[view.lang]
  const { programme, discussion } = data
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={`${say.title} (${formatNumber(view.lang, discussion.subject.comments)})`}
      lead={say.recordLead}
      crumbs={[{ href: discussionPaths.list(programme.slug), label: say.list }]}
    >
      <AboutRecord view={view} place={discussion.place} />
      <Discussion view={view} data={discussion} formKey={formKey} />
    </BelowProgramme>
  )
}

/** Which record it is about, with the way to it. */
export function AboutRecord({ view, place, small }: { view: View; place: Place; small?: boolean }) {
  const english = view.lang === 'en' && place.title_en
  return (
    <p class={small ? 'mf-small' : 'govuk-body'}>
      {words[view.lang].aboutRecord}:{' '}
      <a class="govuk-link" href={place.href}>
        <Recorded lang={english ? 'en' : place.lang}>{english ? place.title_en : place.title}</Recorded>
      </a>
    </p>
  )
}
