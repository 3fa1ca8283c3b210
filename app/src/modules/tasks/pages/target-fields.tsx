import { SelectField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, NumberField, TextField } from '#ui/fields.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import type { Lang } from '#ui/language.ts'
import { targetUnits } from '../target.ts'
import { words } from '../words.ts'

const others = ['every', 'everyUnit', 'after', 'afterUnit', 'afterEvent', 'targetText']

/** A target: a date, or below it what is no date. */
export function TargetFields({ state, lang, label }: { state: FormState; lang: Lang; label: string }) {
  const say = words[lang].act.field
  const unit = words[lang].target.unit
  const units = targetUnits.map((value) => ({ value, label: unit[value](2) }))
  return (
    <>
      <DateField {...field(state, 'due')} label={label} />
      <div class="govuk-form-group">
        <Details summary={say.otherTarget} open={others.some((name) => state.values[name] || state.errors[name])}>
          <NumberField {...field(state, 'every')} label={say.every} optional />
          <SelectField {...field(state, 'everyUnit')} label={say.everyUnit} options={units} optional />
          <NumberField {...field(state, 'after')} label={say.after} optional />
          <SelectField {...field(state, 'afterUnit')} label={say.afterUnit} options={units} optional />
          <TextField {...field(state, 'afterEvent')} label={say.afterEvent} optional />
          <TextField {...field(state, 'targetText')} label={say.targetText} optional />
        </Details>
      </div>
    </>
  )
}
