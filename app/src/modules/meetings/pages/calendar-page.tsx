import { type ProgrammeHead, programmeName } from '#modules/programmes/public.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { formatDate } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import { meetingPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; madeAt: Date | undefined; programmes: ProgrammeHead[]; formKey: string }

export function CalendarPage({ view, madeAt, programmes, formKey }: Props) {
  const say = words[view.lang].calendar
  return (
    <Page view={view} title={say.title} breadcrumbs={workCrumbs(view)}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{madeAt ? say.made(formatDate(view.lang, madeAt)) : say.none}</p>
      <div class="mf-actions">
        <Form bare action={meetingPaths.makeCalendar()} formKey={formKey}>
          <SubmitButton>{madeAt ? say.remake : say.make}</SubmitButton>
        </Form>
        {madeAt ? (
          <Form bare action={meetingPaths.revokeCalendar()} formKey={formKey}>
            <SubmitButton secondary>{say.revoke}</SubmitButton>
          </Form>
        ) : null}
      </div>
      {programmes.length > 0 ? (
        <>
          <p class="govuk-body">{say.publicFeeds}</p>
          <ul class="govuk-list">
            {programmes.map((programme) => (
              <li>
                <a class="govuk-link" href={meetingPaths.feed(programme.slug)}>
                  {programmeName(programme, view.lang)}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  )
}

/** The only time that the address is shown. */
export function CalendarShownPage({ view, address }: { view: View; address: string }) {
  const say = words[view.lang].calendar
  return (
    <Page view={view} title={say.shownTitle} breadcrumbs={workCrumbs(view)}>
      <h1 class="govuk-heading-xl">{say.shownTitle}</h1>
      <p class="govuk-body-l">{say.shown}</p>
      <p class="govuk-inset-text">
        <code>{address}</code>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={meetingPaths.calendar()}>
          {say.back}
        </a>
      </p>
    </Page>
  )
}

function workCrumbs(view: View) {
  return [{ href: '/work', label: words[view.lang].desk.title }]
}
