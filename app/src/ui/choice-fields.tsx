import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { describedBy, FieldFrame, type FieldProps, GroupFrame, useFieldId } from './field-frame.tsx'
import { useWords } from './view.ts'

export type Choice = { value: string; label: string; hint?: Child }

/** One of many. `blank` is the first, empty option; null leaves it out. */
export function SelectField(props: FieldProps & { value?: string; options: Choice[]; blank?: string | null }) {
  const { value = '', error, hint, options, blank } = props
  const id = useFieldId(props)
  const { form } = useWords()
  return (
    <FieldFrame {...props} id={id}>
      <select
        class={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? 'true' : undefined}
      >
        {blank === null ? null : <option value="">{blank ?? form.choose}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One of few, all in sight. */
export function RadioField(props: FieldProps & { value?: string; options: Choice[]; inline?: boolean }) {
  const id = useFieldId(props)
  return (
    <GroupFrame {...props} id={id}>
      <div class={props.inline ? 'govuk-radios govuk-radios--inline' : 'govuk-radios'}>
        {props.options.map((option, index) => (
          <Item
            kind="radio"
            id={itemId(id, index)}
            name={props.name}
            option={option}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** Any of few. */
export function CheckboxFields(props: FieldProps & { values?: string[]; options: Choice[] }) {
  const id = useFieldId(props)
  return (
    <GroupFrame {...props} id={id}>
      <div class="govuk-checkboxes">
        {props.options.map((option, index) => (
          <Item
            kind="checkbox"
            id={itemId(id, index)}
            name={props.name}
            option={option}
            checked={props.values?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** One yes or no; it sends `value` ("yes" unless told) when ticked. */
export function CheckboxField(props: Omit<FieldProps, 'optional'> & { checked?: boolean; value?: string }) {
  const { error, hint, label, value = 'yes', checked = false } = props
  const id = useFieldId(props)
  const { form } = useWords()
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      {error ? (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{form.wrong}</span> {error}
        </p>
      ) : null}
      <div class="govuk-checkboxes">
        <Item
          kind="checkbox"
          id={id}
          name={props.name}
          option={{ value, label, hint }}
          checked={checked}
          describedby={error ? `${id}-error` : undefined}
        />
      </div>
    </div>
  )
}

type ItemProps = {
  kind: 'radio' | 'checkbox'
  id: string
  name: string
  option: Choice
  checked: boolean
  describedby?: string
}

function Item({ kind, id, name, option, checked, describedby }: ItemProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const describers = [describedby, option.hint ? `${id}-hint` : undefined].filter(Boolean).join(' ')
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={option.value}
        checked={checked}
        aria-describedby={describers || undefined}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {option.label}
      </label>
      {option.hint ? (
        <div id={`${id}-hint`} class={`govuk-hint ${block}__hint`}>
          {option.hint}
        </div>
      ) : null}
    </div>
  )
}

/** The first choice carries the id of the field, so that the error summary leads to it. */
function itemId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

const hours: (say: (id: string, en: string) => string) => Choice[] = (say) => [
  { value: 'pagi', label: say('Pagi, pukul 08.00–11.00', 'Morning, 08:00–11:00') },
  { value: 'sore', label: say('Sore, pukul 16.00–18.00', 'Afternoon, 16:00–18:00') },
  {
    value: 'rumah',
    label: say('Tidak bisa datang', 'Cannot come'),
    hint: say('Petugas akan berkunjung ke rumah.', 'Someone will visit at home.'),
  },
]

export const examples: Example[] = [
  {
    name: 'SelectField',
    render: (lang) => (
      <SelectField
        name="desa"
        label={say(lang, 'Desa atau kelurahan', 'Village')}
        error={say(lang, 'Pilih desa Anda', 'Choose your village')}
        options={['Sukamaju', 'Tirtasari', 'Karanganyar'].map((name) => ({ value: name, label: name }))}
      />
    ),
  },
  {
    name: 'RadioField',
    render: (lang) => (
      <RadioField
        name="waktu"
        label={say(lang, 'Kapan Anda paling mungkin datang?', 'When are you most likely to come?')}
        hint={say(lang, 'Pilih satu.', 'Choose one.')}
        value="sore"
        options={hours((id, en) => say(lang, id, en))}
      />
    ),
  },
  {
    name: 'CheckboxFields',
    render: (lang) => (
      <CheckboxFields
        name="hari"
        label={say(lang, 'Hari yang cocok', 'Days that suit you')}
        optional
        values={['pagi']}
        options={hours((id, en) => say(lang, id, en))}
      />
    ),
  },
  {
    name: 'CheckboxField',
    render: (lang) => (
      <CheckboxField
        name="kabar"
        label={say(lang, 'Kabari saya saat pendapat ini dijawab', 'Tell me when this is answered')}
        checked
      />
    ),
  },
]
