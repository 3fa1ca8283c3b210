/** One measured figure against its goal. `better`: which side of the goal is good. */
export type Figure = { name: string; value: number; unit: string; goal?: number; better?: 'more' | 'less' }

/** Prints the figure; a missed goal makes the process end with 1. */
export function show({ name, value, unit, goal, better = 'more' }: Figure): void {
  const met = goal === undefined || (better === 'more' ? value >= goal : value <= goal)
  if (!met) process.exitCode = 1
  const wanted = goal === undefined ? '' : ` (goal ${better === 'more' ? '≥' : '≤'} ${goal})${met ? '' : '  MISSED'}`
  console.log(`${name}: ${round(value)} ${unit}${wanted}`)
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2)
}
