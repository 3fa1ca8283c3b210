import { TextField } from '#ui/fields.tsx'
import type { FormState } from '#ui/form-state.ts'
import { useLang } from '#ui/view.ts'
import { words } from '../words.ts'

/** A code of the app or a recovery code; what was typed is not shown again, since a code works once. */
export function CodeField({ state, name, totp }: { state: FormState; name: string; totp: boolean }) {
  const say = words[useLang()].second
  return (
    <TextField
      name={name}
      error={state.errors[name]}
      label={totp ? say.code : say.codeOnly}
      hint={totp ? say.hint : say.hintOnly}
      autocomplete="one-time-code"
      spellcheck={false}
      width={20}
    />
  )
}
