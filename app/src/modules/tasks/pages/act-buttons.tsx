import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useLang } from '#ui/view.ts'
import type { OpenAct } from '../acts.ts'
import { type Act, taskPaths } from '../paths.ts'
import { words } from '../words.ts'

/** Acts that need no further words: one press does them. */
const onePress: readonly Act[] = ['start', 'accept', 'remind']

export type ActButtonProps = {
  slug: string
  task: { id: string; title: string; version: number }
  act: OpenAct
  /** A key of this one form: the same press twice is one act. */
  formKey: string
  secondary?: boolean
  small?: boolean
  /** Other words on the button than the act's own. */
  label?: string
  /** Where to go afterwards; the task's own page unless told. */
  back?: 'work'
}

/** One act as a button: pressed at once, leading to its form, or shown with the reason why not. */
export function ActButton({
  slug,
  task,
  act: { act, verdict },
  formKey,
  secondary,
  small,
  label,
  back,
}: ActButtonProps) {
  const lang = useLang()
  const say = label ?? words[lang].act[act].button
  const href = taskPaths.act(slug, task.id, act, back)
  const look = { secondary, small, about: task.title }
  if (verdict !== true) {
    const remedy = remedyFor(verdict.code, slug, task.id, lang)
    return (
      <DisabledButton {...look} id={`why-${act}-${task.id}`} reason={verdict.text(lang)} remedy={remedy}>
        {say}
      </DisabledButton>
    )
  }
  if (onePress.includes(act)) {
    return (
      <Form bare action={href} formKey={formKey} version={task.version} hidden={{ lang }}>
        <SubmitButton {...look}>{say}</SubmitButton>
      </Form>
    )
  }
  return (
    <ButtonLink {...look} href={href}>
      {say}
    </ButtonLink>
  )
}

/** The way to remove the cause of a refusal, where there is one. */
function remedyFor(code: string, slug: string, id: string, lang: 'id' | 'en') {
  if (code === 'evidence-first')
    return { href: taskPaths.act(slug, id, 'evidence'), label: words[lang].act.evidence.button }
  if (code === 'resume-first') return { href: taskPaths.act(slug, id, 'resume'), label: words[lang].act.resume.button }
  return undefined
}

/**
 * All acts that fit the task: the first open one is the primary, the rest are outlined. A refused act stays in sight
 * with its reason, unless nothing at all is open: then the one reason is said once.
 */
export function ActButtons(props: Pick<ActButtonProps, 'slug' | 'task'> & { acts: OpenAct[]; formKey: () => string }) {
  const { acts, formKey, ...of } = props
  const lang = useLang()
  const open = acts.filter((act) => act.verdict === true)
  if (open.length === 0) {
    const reasons = new Set(acts.map((act) => (act.verdict === true ? '' : act.verdict.text(lang))))
    return (
      <>
        {[...reasons].map((reason) => (
          <p class="govuk-body mf-muted">{reason}</p>
        ))}
      </>
    )
  }
  const [primary, ...others] = open
  // A reason that holds for many acts at once says nothing about this one: only the telling ones are shown.
  const refused = acts.filter((act) => act.verdict !== true && telling.has(act.verdict.code))
  return (
    <>
      <div class="mf-actions govuk-form-group">
        <ActButton {...of} act={primary!} formKey={formKey()} />
        {others.map((act) => (
          <ActButton {...of} act={act} formKey={formKey()} secondary />
        ))}
      </div>
      {refused.map((act) => (
        <ActButton {...of} act={act} formKey={formKey()} secondary />
      ))}
    </>
  )
}

const telling = new Set([
  'evidence-first',
  'resume-first',
  'reminded-already',
  'is-offered',
  'own-work',
  'own-evidence',
  'verified-coordinators',
])
