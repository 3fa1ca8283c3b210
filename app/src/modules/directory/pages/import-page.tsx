import { SubmitButton } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import { words } from '../words.ts'
import { importWords } from '../words-import.ts'
import { listCrumbs } from './directory-form.tsx'

type Props = { view: View; state: FormState; formKey: string; done?: DoneImport }
/** What an import that has just ended did. */
export type DoneImport = { created: number; updated: number; unchanged: number; refused: number }

export function ImportPage({ view, state, formKey, done }: Props) {
  const say = importWords[view.lang]
  return (
    <Page view={view} title={say.title} breadcrumbs={listCrumbs(view)} state={state}>
      {done ? <Done view={view} done={done} /> : null}
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Form action={directoryPaths.importing()} formKey={formKey} multipart>
        <FileField
          name="file"
          error={state.errors.file}
          label={say.file}
          hint={say.fileHint}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          optional
        />
        <TextArea {...field(state, 'table')} label={say.table} hint={say.tableHint} rows={8} optional />
        <TextField {...field(state, 'source')} label={say.source} hint={say.sourceHint} optional />
        <TextField {...field(state, 'country')} label={say.country} hint={say.countryHint} width={2} />
        <RadioField
          {...field(state, 'lang')}
          label={say.lang}
          inline
          options={[
            { value: 'id', label: words[view.lang].languages.id },
            { value: 'en', label: words[view.lang].languages.en },
          ]}
        />
        <SubmitButton name="step" value="preview">
          {say.preview}
        </SubmitButton>
      </Form>
    </Page>
  )
}

function Done({ view, done }: { view: View; done: DoneImport }) {
  const say = importWords[view.lang]
  const number = (value: number) => formatNumber(view.lang, value)
  const text = [
    say.done(number(done.created), number(done.updated)),
    say.doneRest(number(done.unchanged), number(done.refused)),
  ].join(' ')
  return (
    <>
      <Notice
        kind="done"
        text={text}
        link={{ href: `${directoryPaths.organisations()}?sort=new&dir=desc`, label: say.seeNew }}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={directoryPaths.duplicates()}>
          {say.seeDuplicates}
        </a>
      </p>
    </>
  )
}
