import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { Tag } from './tag.tsx'
import { Recorded, Time } from './text.tsx'

export type AnswerProps = {
  /** "Diputuskan". */
  label: string
  answer: Child
  /** The votes in words, and until when it stands. */
  meta?: Child
  tally?: TallyProps
}

/** What was decided: the darkest thing on the page. */
export function AnswerPanel({ label, answer, meta, tally }: AnswerProps) {
  return (
    <div class="mf-answer">
      <p class="mf-label">{label}</p>
      <p class="mf-answer__a">{answer}</p>
      {meta ? <p class="mf-answer__m">{meta}</p> : null}
      {tally ? <Tally {...tally} /> : null}
    </div>
  )
}

/** One block a vote: full = for, crossed = against, dashed = took no part. `title` says the same in words. */
export type TallyProps = { id: string; title: string; yes: number; no: number; out: number }
const mostBlocks = 40

function Tally({ id, title, yes, no, out }: TallyProps) {
  const kinds = [...Array(yes).fill('y'), ...Array(no).fill('n'), ...Array(out).fill('r')] as ('y' | 'n' | 'r')[]
  if (kinds.length === 0 || kinds.length > mostBlocks) return null
  const step = 100 / kinds.length
  const wide = step * 0.875
  const at = (share: number) => `${Math.round(share * 100) / 100}%`
  return (
    <svg class="mf-tallys" role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {kinds.map((kind, index) => (
        <>
          <rect
            class={kind}
            x={at(index * step)}
            y={kind === 'y' ? 0 : 1}
            width={at(wide)}
            height={kind === 'y' ? 16 : 14}
            rx={4}
          />
          {kind === 'n' ? (
            <line class="nx" x1={at(index * step + wide / 3)} x2={at(index * step + (wide * 2) / 3)} y1={12} y2={4} />
          ) : null}
        </>
      ))}
    </svg>
  )
}

export type OptionItem = {
  id: string
  letter: string
  title: string
  body: string
  lang?: string
  mark?: string
  /** What stands under the text: how it read before. */
  below?: Child
}

/** What could have been decided; `mark` stands on the one that was. */
export function OptionList({ items }: { items: OptionItem[] }) {
  return (
    <ol class="mf-opts">
      {items.map(({ id, letter, title, body, lang, mark, below }) => (
        <li class={mark ? 'mf-opt mf-opt--chosen' : 'mf-opt'} id={id}>
          <h3 class="mf-opt__h">
            <span>
              {letter}. <Recorded lang={lang}>{title}</Recorded>
            </span>
            {mark ? <Tag sign="check">{mark}</Tag> : null}
          </h3>
          {paragraphs(body).map((text) => (
            <p>
              <Recorded lang={lang}>{text}</Recorded>
            </p>
          ))}
          {below}
        </li>
      ))}
    </ol>
  )
}

/** Another opinion, in the words of who holds it. */
export function Dissent({ lang, by, children }: { lang?: string; by: Child; children?: Child }) {
  return (
    <blockquote class="mf-dissent">
      <p>
        <Recorded lang={lang}>{children}</Recorded>
      </p>
      <footer>{by}</footer>
    </blockquote>
  )
}

export type NextItem = { title: Child; meta: Child; state: 'done' | 'now' | 'later' }

/** What happens next, one below the other in the order of their days. */
export function NextList({ items }: { items: NextItem[] }) {
  return (
    <ol class="mf-next">
      {items.map(({ title, meta, state }) => (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            {dots[state]}
          </svg>
          <p class="mf-next__t">{title}</p>
          <p class="mf-small mf-muted">{meta}</p>
        </li>
      ))}
    </ol>
  )
}

const dots = {
  done: (
    <>
      <circle cx="10" cy="10" r="10" fill="#1f6140" />
      <path
        d="m5.5 10.5 3 3 6-7"
        fill="none"
        stroke="#fff"
        stroke-width="2.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </>
  ),
  now: <circle cx="10" cy="10" r="8.5" fill="#fff" stroke="#2b3972" stroke-width="3" />,
  later: <circle cx="10" cy="10" r="8.8" fill="#fff" stroke="#867b69" stroke-width="2" />,
}

/** Texts of people keep their paragraphs. */
export function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).filter((part) => part.trim() !== '')
}

export const examples: Example[] = [
  {
    name: 'AnswerPanel',
    render: (lang) => (
      <AnswerPanel
        label={say(lang, 'Diputuskan', 'Decided')}
        answer={say(lang, 'Ya, terbatas pada nama, alamat, dan tingkat risiko.', 'Yes, name, address and risk only.')}
        meta={say(lang, '5 setuju, 1 menolak, 1 tidak ikut memutus.', '5 for, 1 against, 1 taking no part.')}
        tally={{
          id: 'contoh-suara',
          title: say(lang, 'Lima setuju, satu menolak, satu tidak ikut', 'Five for, one against, one taking no part'),
          yes: 5,
          no: 1,
          out: 1,
        }}
      />
    ),
  },
  {
    name: 'OptionList',
    render: (lang) => (
      <OptionList
        items={[
          {
            id: 'contoh-a',
            letter: 'A',
            title: say(lang, 'Tetap terpisah', 'Stay apart'),
            body: say(lang, 'Paling aman bagi data pribadi.', 'Safest for personal data.'),
          },
          {
            id: 'contoh-b',
            letter: 'B',
            title: say(lang, 'Berbagi tiga isian', 'Share three fields'),
            body: say(lang, 'Kunjungan dapat dimulai dalam 7 hari.', 'Visits can begin within 7 days.'),
            mark: say(lang, 'Dipilih', 'Chosen'),
          },
        ]}
      />
    ),
  },
  {
    name: 'Dissent',
    render: (lang) => (
      <Dissent by={say(lang, 'Yayasan Sehat Bersama, dicatat atas permintaannya', 'A foundation, at its request')}>
        {say(lang, 'Hak menolak secara lisan belum cukup.', 'A spoken right to refuse is not enough.')}
      </Dissent>
    ),
  },
  {
    name: 'NextList',
    render: (lang) => (
      <NextList
        items={[
          { title: say(lang, 'Diumumkan', 'Published'), meta: <Time at="2026-11-19" />, state: 'done' },
          {
            title: say(lang, 'Perjanjian ditandatangani', 'Agreement signed'),
            meta: <Time at="2026-12-05" />,
            state: 'now',
          },
          { title: say(lang, 'Ditinjau', 'Reviewed'), meta: <Time at="2027-06-30" />, state: 'later' },
        ]}
      />
    ),
  },
]
