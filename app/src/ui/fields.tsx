import { type Example, say } from './example.ts'
import { describedBy, FieldFrame, type FieldProps, useFieldId } from './field-frame.tsx'
import { formatNumber } from './language.ts'
import { useLang, useWords } from './view.ts'

type InputProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'date' | 'month' | 'search'
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  autocomplete?: string
  /** Expected length in characters; the field is only as wide as its answer. */
  width?: 2 | 3 | 4 | 5 | 10 | 20
  min?: string
  max?: string
  spellcheck?: boolean
}

export function TextField(props: InputProps) {
  const { value, error, hint, type = 'text', width } = props
  const id = useFieldId(props)
  const classes = ['govuk-input', error ? 'govuk-input--error' : '', width ? `govuk-input--width-${width}` : '']
  return (
    <FieldFrame {...props} id={id}>
      <input
        class={classes.filter(Boolean).join(' ')}
        id={id}
        name={props.name}
        type={type}
        value={value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        min={props.min}
        max={props.max}
        spellcheck={props.spellcheck}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  )
}

type ShortProps = FieldProps & { value?: string }

/** Whole or decimal numbers; what was typed is kept as text, so that an error can show it. */
export function NumberField({
  decimal,
  width = 10,
  ...props
}: ShortProps & { decimal?: boolean; width?: 2 | 3 | 4 | 5 | 10 | 20 }) {
  return <TextField {...props} width={width} inputmode={decimal ? 'decimal' : 'numeric'} autocomplete="off" />
}

/** 'YYYY-MM-DD', by the browser's own picker. */
export function DateField(props: ShortProps & { min?: string; max?: string }) {
  return <TextField {...props} type="date" width={10} />
}

/** 'YYYY-MM'. */
export function MonthField(props: ShortProps & { min?: string; max?: string }) {
  return <TextField {...props} type="month" width={10} />
}

export function PasswordField(props: ShortProps & { kind: 'current-password' | 'new-password' }) {
  return <TextField {...props} type="password" autocomplete={props.kind} spellcheck={false} width={20} />
}

export function TextArea(props: ShortProps & { rows?: number; maxLength?: number }) {
  const { value, error, hint, rows = 5, maxLength } = props
  const id = useFieldId(props)
  const { form } = useWords()
  const note = maxLength === undefined ? undefined : form.maxLength(formatNumber(useLang(), maxLength))
  return (
    <FieldFrame {...props} id={id}>
      <textarea
        class={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={id}
        name={props.name}
        rows={rows}
        aria-describedby={describedBy(id, { hint, error, note: note !== undefined })}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {note ? (
        <div id={`${id}-note`} class="govuk-hint govuk-character-count__message">
          {note}
        </div>
      ) : null}
    </FieldFrame>
  )
}

export function FileField(props: FieldProps & { accept?: string }) {
  const { error, hint } = props
  const id = useFieldId(props)
  return (
    <FieldFrame {...props} id={id}>
      <input
        class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  )
}

export const examples: Example[] = [
  {
    name: 'TextField',
    render: (lang) => (
      <TextField
        name="judul"
        label={say(lang, 'Judul', 'Title')}
        hint={say(lang, 'Apa yang akan selesai, dalam satu kalimat.', 'What will be finished, in one sentence.')}
        value="Data keluarga berisiko disatukan"
      />
    ),
  },
  {
    name: 'TextArea with an error',
    render: (lang) => (
      <TextArea
        name="isi"
        label={say(lang, 'Pendapat Anda', 'Your opinion')}
        hint={say(lang, 'Satu gagasan dalam satu kiriman.', 'One idea at a time.')}
        error={say(lang, 'Pendapat paling banyak 500 huruf; sekarang 538', 'At most 500 characters; there are 538 now')}
        maxLength={500}
        value="Saya bekerja di pabrik dari pukul tujuh sampai empat sore."
      />
    ),
  },
  {
    name: 'DateField',
    render: (lang) => (
      <DateField
        name="jatuh"
        label={say(lang, 'Jatuh tempo', 'Due date')}
        hint={say(lang, 'Tanggal pertama ini tidak akan diubah.', 'This first date will not be changed.')}
        value="2026-12-11"
      />
    ),
  },
  {
    name: 'MonthField',
    render: (lang) => <MonthField name="bulan" label={say(lang, 'Bulan', 'Month')} optional value="2026-12" />,
  },
  {
    name: 'NumberField',
    render: (lang) => (
      <NumberField
        name="jam"
        label={say(lang, 'Perkiraan jam kerja', 'Estimated hours')}
        error={say(lang, 'Tulis angka, misalnya 12', 'Write a number, such as 12')}
        value="dua belas"
      />
    ),
  },
  {
    name: 'PasswordField',
    render: (lang) => (
      <PasswordField name="sandi" kind="current-password" label={say(lang, 'Kata sandi', 'Password')} />
    ),
  },
  {
    name: 'FileField',
    render: (lang) => <FileField name="bukti" label={say(lang, 'Bukti', 'Evidence')} accept=".pdf,.png" optional />,
  },
]
