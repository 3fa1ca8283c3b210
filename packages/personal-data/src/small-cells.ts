/** `cells`: what may be shown, null = suppressed. `primary`: suppressed for being small; the others hide them from sums. */
export type SuppressedTable = { cells: (number | null)[][]; primary: number; secondary: number }

/**
 * Suppresses counts of 1 to `least` − 1, and as many more that no suppressed cell is the only one of its row or column:
 * else a published sum would give it back. Zeros stay. Rows must be of equal length.
 */
export function smallCells(table: readonly (readonly number[])[], least = 5): SuppressedTable {
  const hidden = table.map((row) => row.map((value) => value > 0 && value < least))
  const primary = hidden.flat().filter(Boolean).length
  let changed = primary > 0
  while (changed) changed = hideSecond(table, hidden)
  const all = hidden.flat().filter(Boolean).length
  const cells = table.map((row, y) => row.map((value, x) => (hidden[y]![x] ? null : value)))
  return { cells, primary, secondary: all - primary }
}

/** Hides the least cell beside one that stands alone in its row, else in its column; false when none does. */
function hideSecond(table: readonly (readonly number[])[], hidden: boolean[][]): boolean {
  const width = table[0]?.length ?? 0
  const rows = table.map((row, y) => row.map((_, x) => [y, x] as const))
  const columns = Array.from({ length: width }, (_, x) => table.map((_, y) => [y, x] as const))
  for (const line of [...rows, ...columns]) {
    if (line.filter(([y, x]) => hidden[y]![x]).length !== 1) continue
    const shown = line.filter(([y, x]) => !hidden[y]![x])
    // a zero tells nothing away that the sum does not, and hiding it protects nothing
    const counted = shown.filter(([y, x]) => table[y]![x]! > 0)
    const [least] = (counted.length > 0 ? counted : shown).toSorted(
      ([y, x], [v, u]) => table[y]![x]! - table[v]![u]! || y - v || x - u,
    )
    if (!least) continue
    hidden[least[0]]![least[1]] = true
    return true
  }
  return false
}
