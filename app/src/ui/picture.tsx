import { type Example, say } from './example.ts'

/** A picture as wide as its column at most; `alt` says what it shows. */
export function Picture({ src, alt }: { src: string; alt: string }) {
  return (
    <p>
      <img class="mf-picture" src={src} alt={alt} />
    </p>
  )
}

const sample =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="320" height="120"%3E%3Cpath fill="%23e3dacb" d="M0 0h320v120H0z"/%3E%3Cpath d="M32 24h144v20H32z"/%3E%3C/svg%3E'

export const examples: Example[] = [
  {
    name: 'Picture',
    render: (lang) => (
      <Picture src={sample} alt={say(lang, 'Halaman dengan satu kotak hitam', 'A page with one black box')} />
    ),
  },
]
