import { SubmitButton } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { daysBetween, formatDays, formatNumber } from '#ui/language.ts'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { ActTime, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { WaitingQuestion } from '../brief.ts'
import { type NoticesData, noticeSize } from '../load-notices.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; data: NoticesData; formKey: () => string }

export function NotificationsPage({ view, data, formKey }: Props) {
  const say = words[view.lang].acts
  const { rows, total, fresh, page } = data
  const listed = { page, size: noticeSize, total }
  return (
    <Page view={view} title={say.notifications}>
      <h1 class="govuk-heading-xl">{say.notifications}</h1>
      <p class="govuk-body-l">{say.notificationsLead}</p>
      {fresh > 0 ? (
        <Form action={discussionPaths.visit()} formKey={formKey()} bare>
          <SubmitButton secondary>{say.markRead}</SubmitButton>
        </Form>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={say.noNotices}>{say.noNoticesRule}</Empty>
      ) : (
        <>
          <Shown {...listed} />
          <ul class="mf-list">
            {rows.map((row) => (
              <NoticeRow view={view} row={row} />
            ))}
          </ul>
        </>
      )}
      <Pagination {...listed} href={(to) => discussionPaths.notifications({ page: String(to) })} />
      <DigestForm view={view} data={data} formKey={formKey} />
    </Page>
  )
}

function NoticeRow({ view, row }: { view: View; row: NoticesData['rows'][number] }) {
  const say = words[view.lang].acts
  const english = view.lang === 'en' && row.place.title_en
  return (
    <li>
      <p class="mf-list__title">
        <a class="govuk-link" href={row.href}>
          {say.notices[row.kind]}:{' '}
          <Recorded lang={english ? 'en' : row.place.lang}>{english ? row.place.title_en : row.place.title}</Recorded>
        </a>
      </p>
      <p class="mf-small mf-muted">
        <ActTime at={row.at} />{' '}
        {row.fresh ? (
          <Tag sign="open" tone="blue">
            {say.fresh}
          </Tag>
        ) : null}
      </p>
    </li>
  )
}

function DigestForm({ view, data, formKey }: Props) {
  const say = words[view.lang].acts
  const options = (['daily', 'weekly', 'none'] as const).map((value) => ({ value, label: say.rhythms[value] }))
  return (
    <Section id="h-ringkasan" title={say.digest}>
      <Form action={discussionPaths.digest()} formKey={formKey()} id="ringkasan">
        <RadioField name="rhythm" label={say.digest} hint={say.digestHint} value={data.rhythm} options={options} />
        <SubmitButton secondary>{say.saveDigest}</SubmitButton>
      </Form>
    </Section>
  )
}

/** On the desk: how many notifications are new, and the way to them. */
export function FreshNotices({ view, fresh }: { view: View; fresh: number }) {
  const say = words[view.lang].acts
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={discussionPaths.notifications()}>
        {say.notifications}
      </a>
      : {fresh > 0 ? say.freshCount(formatNumber(view.lang, fresh)) : say.noneFresh}
    </p>
  )
}

/** On the desk: what the reader's own agency has to answer, each a step away from its answer. */
export function WaitingQuestions({ view, waiting }: { view: View; waiting: WaitingQuestion[] }) {
  const say = words[view.lang].acts
  if (waiting.length === 0) return null
  return (
    <Section
      id="h-pertanyaan"
      title={say.waitingTitle}
      intro={say.waitingLead(formatNumber(view.lang, waiting[0]!.total))}
    >
      <ul class="mf-list">
        {waiting.map(({ id, slug, day, lang, body }) => (
          <li>
            <p class="mf-list__title">
              <a class="govuk-link" href={discussionPaths.reply(slug, id, { answer: 'yes' })}>
                {say.answerIt}: <Recorded lang={lang}>{body}</Recorded>
              </a>
            </p>
            <p class="mf-small mf-muted">
              <Time at={day} /> · {formatDays(view.lang, daysBetween(day, view.today))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
