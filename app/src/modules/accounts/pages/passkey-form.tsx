import { SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { useLang } from '#ui/view.ts'
import { words } from '../words.ts'

type Props = {
  /** `get` asks for a passkey, `create` makes one. */
  act: 'get' | 'create'
  options: string
  action: string
  formKey: string
  version?: string
  hidden?: Record<string, string>
  /** The hidden field that takes the browser's answer. */
  name: string
  submit: string
  secondary?: boolean
  children?: Child
}

/** Out of sight until the island `passkey` finds a browser that has passkeys; without script another way is named. */
export function PasskeyForm({ act, options, name, submit, secondary, children, ...form }: Props) {
  const say = words[useLang()].passkey
  return (
    <div class="mf-way" data-passkey={act} data-options={options}>
      <p class="govuk-body mf-muted" data-passkey-without>
        {say.noScript}
      </p>
      <div hidden data-passkey-with>
        <p class="govuk-error-message" role="alert" data-passkey-failed={say.failed} />
        <Form {...form}>
          <input type="hidden" name={name} data-passkey-answer />
          {children}
          <SubmitButton secondary={secondary}>{submit}</SubmitButton>
        </Form>
      </div>
    </div>
  )
}
