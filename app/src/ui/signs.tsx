import type { Example } from './example.ts'

/** Small drawings that say the same as the word beside them; they take the colour of the text. */
const strokes = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6' } as const
const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

const drawings = {
  check: <path d="m1.5 6.5 3 3 6-7" {...strokes} {...round} stroke-width="2.2" />,
  down: <path d="M6 10.5 1 2h10z" fill="currentColor" />,
  up: <path d="M6 1.5 11 10H1z" fill="currentColor" />,
  warning: (
    <>
      <path d="M6 .8 11.7 11H.3z" fill="currentColor" />
      <path d="M6 4.4v3.2M6 9v.6" stroke="#fff" stroke-width="1.3" stroke-linecap="round" />
    </>
  ),
  half: (
    <>
      <circle cx="6" cy="6" r="4.6" {...strokes} />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  open: <circle cx="6" cy="6" r="4.6" {...strokes} />,
  dashed: <circle cx="6" cy="6" r="4.6" {...strokes} stroke-dasharray="2 2" />,
  play: <path d="M2.5 1.5v9l8-4.5z" fill="currentColor" />,
  pause: <path d="M3.5 2v8m5-8v8" {...strokes} {...round} stroke-width="2.2" />,
  stop: <rect x="2" y="2" width="8" height="8" rx="1" fill="currentColor" />,
  cross: <path d="m2 2 8 8m0-8-8 8" {...strokes} {...round} stroke-width="2.2" />,
  door: <path d="M5 1.5H1.5v9H5M4.5 6h6m-2.5-2.5L10.5 6 8 8.5" {...strokes} {...round} />,
  dash: <path d="M3 6h6" {...strokes} {...round} />,
  double: (
    <>
      <circle cx="4.2" cy="6" r="3.2" {...strokes} />
      <circle cx="7.8" cy="6" r="3.2" {...strokes} />
    </>
  ),
  lock: (
    <>
      <path d="M3.6 5.4V3.9a2.4 2.4 0 0 1 4.8 0v1.5" {...strokes} />
      <rect x="2" y="5.4" width="8" height="5.6" rx="1.2" fill="currentColor" />
    </>
  ),
} as const

export type SignName = keyof typeof drawings

export function Sign({ name }: { name: SignName }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {drawings[name]}
    </svg>
  )
}

/** The sign beside a reason or an explanation. */
export function InfoSign() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M8 7.2v4M8 4.6v.4" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </svg>
  )
}

/** The kawung mark: four petals that meet. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <ellipse class="mf-mark-a" cx="11.2" cy="11.2" rx="11" ry="5.9" transform="rotate(45 11.2 11.2)" />
      <ellipse class="mf-mark-a" cx="28.8" cy="28.8" rx="11" ry="5.9" transform="rotate(45 28.8 28.8)" />
      <ellipse class="mf-mark-b" cx="28.8" cy="11.2" rx="11" ry="5.9" transform="rotate(-45 28.8 11.2)" />
      <ellipse class="mf-mark-b" cx="11.2" cy="28.8" rx="11" ry="5.9" transform="rotate(-45 11.2 28.8)" />
    </svg>
  )
}

export const examples: Example[] = [
  {
    name: 'Mark',
    render: () => (
      <span class="mf-brand">
        <Mark />
      </span>
    ),
  },
]
