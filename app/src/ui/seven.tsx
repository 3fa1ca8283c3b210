import { type Example, say } from './example.ts'
import type { Level } from './tag.tsx'
import { useWords } from './view.ts'
import { type Benefit, benefits } from './words.ts'

export type Levels = Record<Benefit, Level>

/** The levels of the seven lead indicators: always seven, always in this order, never averaged. */
export function SevenStrip({ id, levels }: { id: string; levels: Levels }) {
  const { benefit, score } = useWords()
  return (
    <LevelStrip
      id={id}
      title={score.seven}
      items={benefits.map((name) => ({ name: benefit[name], level: levels[name] }))}
    />
  )
}

/** Any indicators side by side; the title names each with its level. */
export function LevelStrip({
  id,
  title,
  items,
}: {
  id: string
  title: string
  items: { name: string; level: Level }[]
}) {
  const { level: names } = useWords()
  const spoken = items.map((item) => `${item.name} ${names[item.level].toLowerCase()}`).join(', ')
  const step = 100 / items.length
  const gap = items.length === 7 ? 2 : 4
  return (
    <svg class={items.length === 7 ? 'mf-seven' : 'mf-seven mf-seven--few'} role="img" aria-labelledby={id}>
      <title id={id}>{`${title}: ${spoken}.`}</title>
      {items.map((item, index) => (
        <Segment
          level={item.level}
          x={percent(index * step)}
          width={percent(step - gap)}
          half={percent((step - gap) / 2)}
        />
      ))}
    </svg>
  )
}

/** Full green = good, left half amber = watch, lower half red = poor, dashed = not enough data: told apart without colour. */
function Segment({ level, x, width, half }: { level: Level; x: string; width: string; half: string }) {
  if (level === 'good') return <rect class="ok" x={x} y="0" width={width} height="14" rx="3" />
  if (level === 'none') return <rect class="na" x={x} y="0.75" width={width} height="12.5" rx="3" />
  const fill =
    level === 'poor' ? (
      <rect class="lowfill" x={x} y="8" width={width} height="6" rx="2" />
    ) : (
      <rect class="midfill" x={x} y="0" width={half} height="14" rx="3" />
    )
  return (
    <>
      <rect class={level === 'poor' ? 'low' : 'mid'} x={x} y="0.75" width={width} height="12.5" rx="3" />
      {fill}
    </>
  )
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`
}

/** What the segments mean; stands under each group of strips. */
export function SevenKey() {
  const { level: names } = useWords()
  const levels: Level[] = ['good', 'watch', 'poor', 'none']
  return (
    <ul class="mf-key">
      {levels.map((level) => (
        <li>
          <svg class="mf-seven" aria-hidden="true">
            <Segment level={level} x="0" width="22" half="11" />
          </svg>
          {names[level]}
        </li>
      ))}
    </ul>
  )
}

export const exampleLevels: Levels = {
  efficiency: 'good',
  effectiveness: 'poor',
  transparency: 'good',
  innovation: 'none',
  participation: 'watch',
  accountability: 'poor',
  sustainability: 'good',
}

export const examples: Example[] = [
  {
    name: 'SevenStrip and SevenKey',
    render: () => (
      <>
        <SevenStrip id="contoh-tujuh" levels={exampleLevels} />
        <SevenKey />
      </>
    ),
  },
  {
    name: 'LevelStrip',
    render: (lang) => (
      <LevelStrip
        id="contoh-lima"
        title={say(lang, 'Lima indikator efektivitas', 'The five indicators of effectiveness')}
        items={[
          { name: 'F1', level: 'good' },
          { name: 'F2', level: 'none' },
          { name: 'F3', level: 'watch' },
          { name: 'F4', level: 'poor' },
          { name: 'F5', level: 'good' },
        ]}
      />
    ),
  },
]
