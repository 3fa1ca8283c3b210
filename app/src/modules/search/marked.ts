/** A stretch of text; `found`: it holds a word that was asked for. */
export type Piece = { text: string; found: boolean }

/** Signs of the private use area that the database sets around a found word. */
export const marks = { begin: '\uE000', end: '\uE001' }
const marked = /\uE000([^\uE000\uE001]*)\uE001/g

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(marked)) {
    pieces.push({ text: text.slice(from, match.index), found: false }, { text: match[1]!, found: true })
    from = match.index + match[0].length
  }
  pieces.push({ text: text.slice(from), found: false })
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/[\uE000\uE001]/g, '') }))
    .filter(({ text }) => text !== '')
}
