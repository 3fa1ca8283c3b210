import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Rows } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { formatDateTime } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { type Factors, hasSecondFactor, type Passkey } from '../factor.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Moment } from './parts.tsx'

type Props = {
  view: View
  factors: Factors
  reset?: { id: string; dueAt: Date | null }
  identities: { id: string; createdAt: Date; usedAt: Date | null }[]
  provider: string | undefined
  /** The installation requires a second factor and this session has none yet. */
  enrolling: boolean
  passkeysWork: boolean
  formKey: string
  tabs: NavItem[]
}

export function FactorsPage(props: Props) {
  const { view, factors, reset, enrolling, passkeysWork, tabs, formKey, identities, provider } = props
  const say = words[view.lang].factors
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs}>
      {enrolling ? <Notice kind="attention" text={say.enrol} /> : null}
      {reset ? <ResetNotice view={view} reset={reset} formKey={formKey} /> : null}
      {hasSecondFactor(factors) ? null : <Empty title={say.none}>{say.noneWhy}</Empty>}
      {passkeysWork ? <Passkeys view={view} passkeys={factors.passkeys} formKey={formKey} /> : null}
      <Totp view={view} totp={factors.totp} formKey={formKey} />
      {hasSecondFactor(factors) ? <Codes view={view} left={factors.codesLeft} formKey={formKey} /> : null}
      {provider && identities.length > 0 ? <Identities {...props} provider={provider} /> : null}
    </AccountPage>
  )
}

function ResetNotice({ view, reset, formKey }: { view: View; reset: NonNullable<Props['reset']>; formKey: string }) {
  const say = words[view.lang].factors
  const state = reset.dueAt ? say.resetDue(formatDateTime(view.lang, reset.dueAt)) : say.resetWaiting
  return (
    <>
      <Notice kind="attention" text={`${say.reset}. ${state}`} />
      <Form bare action={accountPaths.cancelOwnReset(reset.id)} formKey={formKey}>
        <SubmitButton secondary>{say.resetCancel}</SubmitButton>
      </Form>
    </>
  )
}

function Passkeys({ view, passkeys, formKey }: { view: View; passkeys: Passkey[]; formKey: string }) {
  const say = words[view.lang].factors
  return (
    <Section id="passkeys" title={say.passkeys} intro={say.passkeysIntro}>
      <Table
        caption={say.passkeyCaption}
        rows={passkeys}
        empty={<Empty title={say.noPasskeys} />}
        columns={[
          { label: say.passkeyName, head: true, cell: (row) => row.name },
          { label: say.kept, cell: (row) => (row.synced ? say.synced : say.oneDevice) },
          { label: say.made, cell: (row) => <Moment at={row.createdAt} /> },
          { label: say.used, cell: (row) => (row.usedAt ? <Moment at={row.usedAt} /> : say.never) },
          {
            label: say.remove,
            plain: true,
            cell: (row) => <Remove view={view} id={row.id} about={row.name} formKey={formKey} />,
          },
        ]}
      />
      {passkeys.length === 1 ? <p class="govuk-body">{say.secondPasskey}</p> : null}
      <div class="mf-actions">
        <ButtonLink href={accountPaths.newPasskey()} secondary={passkeys.length > 0}>
          {say.addPasskey}
        </ButtonLink>
      </div>
    </Section>
  )
}

function Totp({ view, totp, formKey }: { view: View; totp: Factors['totp']; formKey: string }) {
  const say = words[view.lang].factors
  return (
    <Section id="totp" title={say.totp} intro={say.totpIntro}>
      {totp ? (
        <>
          <Rows
            items={[
              { label: say.totpOn, value: <Moment at={totp.createdAt} /> },
              { label: say.used, value: totp.usedAt ? <Moment at={totp.usedAt} /> : say.never },
            ]}
          />
          <Remove view={view} id={totp.id} about={say.totp} formKey={formKey} />
        </>
      ) : (
        <Form bare action={accountPaths.totpKey()} formKey={formKey}>
          <SubmitButton secondary>{say.totpAdd}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}

function Codes({ view, left, formKey }: { view: View; left: number; formKey: string }) {
  const say = words[view.lang].factors
  return (
    <Section id="codes" title={say.codes} intro={say.codesIntro}>
      <p class="govuk-body">{say.codesLeft(String(left))}</p>
      <Form bare action={accountPaths.recoveryCodes()} formKey={formKey}>
        <SubmitButton secondary>{say.codesAdd}</SubmitButton>
      </Form>
    </Section>
  )
}

function Identities({ view, identities, provider, formKey }: Props & { provider: string }) {
  const say = words[view.lang]
  return (
    <Section id="provider" title={say.provider.title} intro={say.provider.intro(provider)}>
      {identities.map((row) => (
        <>
          <Rows
            items={[
              { label: say.provider.linked, value: <Moment at={row.createdAt} /> },
              { label: say.factors.used, value: row.usedAt ? <Moment at={row.usedAt} /> : say.factors.never },
            ]}
          />
          <Form bare action={accountPaths.unlinkIdentity(row.id)} formKey={formKey}>
            <SubmitButton small secondary about={provider}>
              {say.provider.unlink}
            </SubmitButton>
          </Form>
        </>
      ))}
    </Section>
  )
}

function Remove({ view, id, about, formKey }: { view: View; id: string; about: string; formKey: string }) {
  return (
    <Form bare action={accountPaths.removeFactor(id)} formKey={formKey}>
      <SubmitButton small secondary about={about}>
        {words[view.lang].factors.remove}
      </SubmitButton>
    </Form>
  )
}
