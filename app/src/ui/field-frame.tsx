import { createContext, useContext } from '#ui/jsx/context.ts'
import type { Child } from '#ui/jsx/element.ts'
import { useWords } from './view.ts'

/** Beginning of every field id in a form; set by `Form`. */
export const FieldPrefix = createContext('f')

/** What the fields below are called, by their ids. */
export const FieldLabels = createContext<Map<string, string> | undefined>(undefined)

/**
 * A refused form's summary stands above its fields and names them: what is below is written once to learn the labels,
 * then again to be shown.
 */
export function NamedFields({ refused, children }: { refused: boolean; children?: Child }): Child {
  if (!refused) return children
  const named = <FieldLabels.Provider value={new Map()}>{children}</FieldLabels.Provider>
  String(named)
  return named
}

/** What every field takes. */
export type FieldProps = {
  name: string
  label: string
  hint?: Child
  error?: string
  /** Said beside the label; required fields are not marked. */
  optional?: boolean
  /** Replaces the id made from the form's and the field's names. */
  id?: string
}

/** Where the error summary leads: the field itself, or the first choice of a group. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`.replace(/[^\w-]/g, '-')
}

export function useFieldId({ id, name, label }: { id?: string; name: string; label: string }): string {
  const made = fieldId(useContext(FieldPrefix), name)
  useContext(FieldLabels)?.set(made, label)
  return id ?? made
}

/** Ids of what describes a field, in reading order. */
export function describedBy(id: string, { hint, error, note }: { hint?: Child; error?: string; note?: boolean }) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', note ? `${id}-note` : ''].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

/** Label, hint, error, then the field: always in this order. */
export function FieldFrame({ id, label, hint, error, optional, children }: FrameProps) {
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label" for={id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same for a group of choices or of small fields. */
export function GroupFrame({ id, label, hint, error, optional, children }: FrameProps) {
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, { hint, error })}>
        <legend class="govuk-fieldset__legend">
          {label}
          <OptionalMark optional={optional} />
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

type FrameProps = Omit<FieldProps, 'name'> & { id: string; children?: Child }

function OptionalMark({ optional }: { optional?: boolean }) {
  const { form } = useWords()
  return optional ? <span class="mf-optional"> ({form.optional})</span> : null
}

function HintAndError({ id, hint, error }: { id: string; hint?: Child; error?: string }) {
  const { form } = useWords()
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{form.wrong}</span> {error}
        </p>
      ) : null}
    </>
  )
}
