import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import type { Deps } from './request.ts'

/** What another module tells whoever runs the installation; `load` reads what the process itself can see. */
export type OperatorPart<D = unknown> = {
  load(deps: Deps): Promise<D>
  render(data: D, view: View): Child
}

/** Keeps the type of a part's data inside it, so that parts of many kinds fit one list. */
export function operatorPart<D>(part: OperatorPart<D>): OperatorPart {
  return part as unknown as OperatorPart
}
