import { type Example, say } from './example.ts'
import { qrCode } from './qr-code.ts'

/** Something to scan with a phone. Whoever cannot scan needs the same beside it, as a link or as text. */
export function QrPicture({ id, text, title }: { id: string; text: string; title: string }) {
  const squares = qrCode(text)
  const edge = 4
  const side = squares.length + 2 * edge
  const dark = squares.map((row, y) => row.map((on, x) => (on ? `M${x + edge} ${y + edge}h1v1h-1z` : '')).join(''))
  return (
    <svg class="mf-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-labelledby={id} shape-rendering="crispEdges">
      <title id={id}>{title}</title>
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

export const examples: Example[] = [
  {
    name: 'QrPicture',
    render: (lang) => (
      <QrPicture
        id="contoh-qr"
        text="https://mufakat.example/programmes/stunting"
        title={say(lang, 'Pindai untuk membuka halaman program', 'Scan to open the page of the programme')}
      />
    ),
  },
]
