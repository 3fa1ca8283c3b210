import { type GroupDescription, groupLabel, type Position, type View } from './describe.ts'

/** The sentences of a description; another language gives its own. Shares come as 0–1. */
export type Wording = {
  heading(label: string, size: number, share: number): string
  agrees(views: View[]): string
  disagrees(views: View[]): string
  setsApart(views: View[]): string
  nothing(): string
  position(position: Position, label: (group: number) => string): string
}

/** A description as lines of text, in the order in which a screen reader should say them. */
export function wordGroup(description: GroupDescription, wording: Wording = english): string[] {
  const { agrees, disagrees, setsApart } = description
  const silent = agrees.length + disagrees.length + setsApart.length === 0
  return [
    wording.heading(description.label, description.size, description.share),
    ...(agrees.length > 0 ? [wording.agrees(agrees)] : []),
    ...(disagrees.length > 0 ? [wording.disagrees(disagrees)] : []),
    ...(setsApart.length > 0 ? [wording.setsApart(setsApart)] : []),
    ...(silent ? [wording.nothing()] : []),
    wording.position(description.position, groupLabel),
  ]
}

const percent = (share: number) => `${Math.round(share * 100)} %`
const quote = ({ text, statement }: View) => (text === '' ? `statement ${statement}` : `“${text}”`)
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

const inGroup = (view: View) => `${quote(view)} (${percent(view.share)} of ${view.votes} votes)`
const against = (view: View) =>
  `${quote(view)}: ${percent(view.share)} ${view.side} here, ${percent(view.elsewhere)} in the other groups`

export const english: Wording = {
  heading: (label, size, share) => `Group ${label}: ${people(size)}, ${percent(share)} of the conversation.`,
  agrees: (views) => `What they agree with: ${views.map(inGroup).join('; ')}.`,
  disagrees: (views) => `What they disagree with: ${views.map(inGroup).join('; ')}.`,
  setsApart: (views) => `What sets them apart: ${views.map(against).join('; ')}.`,
  nothing: () => 'There are too few votes to say what they think.',
  position: ({ across, upDown, nearest, farthest }, label) => {
    if (!nearest) return 'It is the only group on the map.'
    const place = [upDown, across].filter((side) => side !== 'middle').join(' ')
    const where = place === '' ? 'in the middle' : `on the ${place}`
    const far = farthest ? `, and group ${label(farthest.group)} is farthest away` : ''
    return `On the map it is ${where}; group ${label(nearest.group)} is ${farthest ? 'nearest to it' : 'the other group'}${far}.`
  },
}
