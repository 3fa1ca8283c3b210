import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { InfoSign } from './signs.tsx'
import type { NavItem } from './view.ts'

type ButtonProps = {
  /** Outlined; a row or form has one that is not. */
  secondary?: boolean
  /** For a row of a list. */
  small?: boolean
  /** Hidden words that say on which record the button acts, where several rows have the same button. */
  about?: string
  children?: Child
}

/** Sends the form. `name` and `value` tell which of two buttons was pressed. */
export function SubmitButton({ name, value, ...look }: ButtonProps & { name?: string; value?: string }) {
  return (
    <button class={buttonClass(look)} type="submit" name={name} value={value}>
      {look.children}
      <About text={look.about} />
    </button>
  )
}

/** A link that begins an act, looking like its button. */
export function ButtonLink({ href, ...look }: ButtonProps & { href: string }) {
  return (
    <a class={buttonClass(look)} href={href}>
      {look.children}
      <About text={look.about} />
    </a>
  )
}

export type DisabledButtonProps = ButtonProps & {
  /** Unique on the page. */
  id: string
  /** The sentence of the policy that refuses the act. */
  reason: string
  /** The way to remove the cause. */
  remedy?: NavItem
}

/** An act that is not open to this person now: it stays in sight, can be reached by keyboard, and says why. */
export function DisabledButton({ id, reason, remedy, ...look }: DisabledButtonProps) {
  return (
    <div class="mf-refused">
      <button type="button" class={buttonClass(look)} aria-disabled="true" aria-describedby={id}>
        {look.children}
        <About text={look.about} />
      </button>
      <p class="mf-why" id={id}>
        <InfoSign />
        <span>
          {reason}
          {remedy ? (
            <>
              {' '}
              <a class="govuk-link" href={remedy.href}>
                {remedy.label}
              </a>
            </>
          ) : null}
        </span>
      </p>
    </div>
  )
}

function buttonClass({ secondary, small }: ButtonProps): string {
  return `govuk-button${small ? ' mf-btn-s' : ''}${secondary ? ' govuk-button--secondary' : ''}`
}

function About({ text }: { text?: string }) {
  return text ? <span class="govuk-visually-hidden">: {text}</span> : null
}

export const examples: Example[] = [
  {
    name: 'SubmitButton and ButtonLink',
    render: (lang) => (
      <div class="mf-actions">
        <SubmitButton>{say(lang, 'Simpan', 'Save')}</SubmitButton>
        <ButtonLink href="#rapat" secondary>
          {say(lang, 'Jadwalkan rapat', 'Schedule a meeting')}
        </ButtonLink>
        <SubmitButton small secondary about={say(lang, 'Sahkan spesifikasi', 'Approve the specification')}>
          {say(lang, 'Ingatkan', 'Remind')}
        </SubmitButton>
      </div>
    ),
  },
  {
    name: 'DisabledButton',
    render: (lang) => (
      <DisabledButton
        id="alasan-serah"
        small
        reason={say(
          lang,
          'Belum bisa diserahkan: pernyataan kepentingan dari dua anggota belum diisi.',
          'Cannot be handed over yet: two members have not declared their interests.',
        )}
        remedy={{ href: '#minta', label: say(lang, 'Minta diisi', 'Ask them to') }}
      >
        {say(lang, 'Serahkan kepada BPKAD', 'Hand over to BPKAD')}
      </DisabledButton>
    ),
  },
]
