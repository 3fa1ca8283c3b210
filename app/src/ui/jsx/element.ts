import { render } from './render.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a component takes is checked where it is used.
export type Props = Record<string, any>
export type Component = (props: never) => Child

/** What may stand between two tags. Texts are escaped; nothing else becomes HTML. */
export type Child = string | number | boolean | null | undefined | Element | Child[]

/** A tag or a component with what it was given: nothing happens until it is written out. */
export class Element {
  readonly type: string | Component
  readonly props: Props

  constructor(type: string | Component, props: Props) {
    this.type = type
    this.props = props
  }

  toString(): string {
    return render(this)
  }
}
