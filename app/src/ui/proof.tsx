import { type Example, say } from './example.ts'
import { type Fact, Rows } from './facts.tsx'
import type { Child } from './jsx/element.ts'

export type ProofProps = {
  /** `waiting`: it cannot be checked yet. */
  verdict: 'holds' | 'fails' | 'waiting'
  /** The verdict in words. */
  title: string
  /** When it was checked, or what to do. */
  note: Child
  facts: Fact[]
}

/** Whether a record is as it was written: first the verdict in words, then what anybody can check it by. */
export function Proof({ verdict, title, note, facts }: ProofProps) {
  return (
    <div class={verdict === 'fails' ? 'mf-proof mf-proof--fails' : 'mf-proof'}>
      <div class="mf-proof__h">
        <VerdictSign verdict={verdict} />
        <p>
          <strong>{title}</strong>
          <br />
          <span class="mf-small mf-muted">{note}</span>
        </p>
      </div>
      <Rows items={facts} />
    </div>
  )
}

function VerdictSign({ verdict }: Pick<ProofProps, 'verdict'>) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" class={`mf-proof__sign mf-proof__sign--${verdict}`}>
      <circle cx="20" cy="20" r="20" />
      {verdict === 'holds' ? <path d="m12 20.5 5.5 5.5L28.5 14" /> : null}
      {verdict === 'fails' ? <path d="m13 13 14 14m0-14L13 27" /> : null}
      {verdict === 'waiting' ? <path d="M20 11v10l6 4" /> : null}
    </svg>
  )
}

/** A hash in groups of four, so that two people can compare it. */
export function Fingerprint({ hex }: { hex: string }) {
  return <code>{hex.match(/.{1,4}/g)?.join(' ')}</code>
}

export const examples: Example[] = (['holds', 'waiting', 'fails'] as const).map((verdict) => ({
  name: `Proof: ${verdict}`,
  render: (lang) => (
    <Proof
      verdict={verdict}
      title={
        {
          holds: say(lang, 'Belum berubah sejak dicatat.', 'Unchanged since it was recorded.'),
          waiting: say(lang, 'Menunggu giliran dicatat.', 'Waits for its turn to be logged.'),
          fails: say(lang, 'Catatan ini tidak cocok.', 'This record does not match.'),
        }[verdict]
      }
      note={say(lang, 'Diperiksa saat halaman ini dibuka', 'Checked when this page was opened')}
      facts={[
        { label: say(lang, 'Nomor entri', 'Entry number'), value: '4.812' },
        { label: say(lang, 'Sidik', 'Fingerprint'), value: <Fingerprint hex="7c1e94ab0f52d3e861b7a90c2d44f815" /> },
      ]}
    />
  ),
}))
