import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'
import { Email, Moment } from './parts.tsx'

export type MailShown = { id: string; address: string; subject: string; body: string; createdAt: Date }

/** What would have been sent, on an installation that sends nothing. */
export function MailboxPage({ view, mails, baseUrl }: { view: View; mails: MailShown[]; baseUrl: string }) {
  const say = words[view.lang].mailbox
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {mails.length === 0 ? <Empty title={say.none} /> : null}
      {mails.map((mail) => (
        <div>
          <h2 class="govuk-heading-m">{mail.subject}</h2>
          <p class="govuk-body mf-muted">
            {say.to} <Email address={mail.address} />, <Moment at={mail.createdAt} />
          </p>
          <Details summary={say.read}>
            <Body text={mail.body} baseUrl={baseUrl} />
          </Details>
        </div>
      ))}
    </Page>
  )
}

/** Paragraphs of plain text; the installation's own addresses become links. */
function Body({ text, baseUrl }: { text: string; baseUrl: string }) {
  return (
    <>
      {text.split('\n\n').map((part) => (
        <p class="govuk-body">{part.startsWith(`${baseUrl}/`) ? <Own address={part.trim()} /> : part}</p>
      ))}
    </>
  )
}

function Own({ address }: { address: string }) {
  const { pathname, search } = new URL(address)
  return (
    <a class="govuk-link" href={pathname + search}>
      {address}
    </a>
  )
}
