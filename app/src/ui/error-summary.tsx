import { useContext } from '#ui/jsx/context.ts'
import { type Example, say } from './example.ts'
import { FieldLabels, fieldId } from './field-frame.tsx'
import { type FormState, refusal } from './form-state.ts'
import { useLang, useWords } from './view.ts'

/** First on a page whose form was refused: how many fields to mend, and a way to each. */
export function ErrorSummary({ state, prefix = 'f' }: { state: FormState; prefix?: string }) {
  const { form } = useWords()
  const title = refusal(useLang(), state)
  if (!title) return null
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <p>{form.kept}</p>
          <ul class="govuk-list govuk-error-summary__list">
            {Object.entries(state.errors).map(([name, message]) => (
              <li>{name === '' ? <b>{message}</b> : <ToField id={fieldId(prefix, name)} message={message} />}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

function ToField({ id, message }: { id: string; message: string }) {
  const label = useContext(FieldLabels)?.get(id)
  return <a href={`#${id}`}>{label ? `${label}: ${message}` : message}</a>
}

export const examples: Example[] = [
  {
    name: 'ErrorSummary',
    render: (lang) => (
      <ErrorSummary
        state={{
          values: {},
          errors: {
            isi: say(
              lang,
              'Pendapat paling banyak 500 huruf; sekarang 538',
              'At most 500 characters; there are 538 now',
            ),
            desa: say(lang, 'Pilih desa Anda', 'Choose your village'),
          },
        }}
      />
    ),
  },
  {
    name: 'ErrorSummary of the whole form',
    render: (lang) => (
      <ErrorSummary
        state={{
          values: {},
          errors: {
            '': say(lang, 'Tugas ini sudah diserahkan orang lain.', 'Someone else has handed this task over.'),
          },
        }}
      />
    ),
  },
]
