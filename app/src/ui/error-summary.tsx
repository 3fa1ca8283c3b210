import { type Example, say } from './example.ts'
import { fieldId } from './field-frame.tsx'
import { errorCount, type FormState } from './form-state.ts'
import { formatNumber } from './language.ts'
import { useLang, useWords } from './view.ts'

/** First on a page whose form was refused: how many fields to mend, and a way to each. */
export function ErrorSummary({ state, prefix = 'f' }: { state: FormState; prefix?: string }) {
  const { form } = useWords()
  const lang = useLang()
  const count = errorCount(state)
  if (count === 0) return null
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{form.errorCount(formatNumber(lang, count))}</h2>
        <div class="govuk-error-summary__body">
          <p>{form.kept}</p>
          <ul class="govuk-list govuk-error-summary__list">
            {Object.entries(state.errors).map(([name, message]) => (
              <li>{name === '' ? <b>{message}</b> : <a href={`#${fieldId(prefix, name)}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
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
]
