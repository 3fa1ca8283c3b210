import { type Child, Element } from './element.ts'

/** A value for everything below a `Provider`, such as the reader's language. */
export type Context<T> = {
  value: T
  Provider: (props: { value: T; children?: Child }) => Element
}

// Writing out never pauses, so what was set while children are written cannot be seen by another request.
export const provided = new WeakMap<object, Context<unknown>>()

export function createContext<T>(value: T): Context<T> {
  const Provider = (props: { value: T; children?: Child }) => new Element(Provider, props)
  const context = { value, Provider }
  provided.set(Provider, context as Context<unknown>)
  return context
}

export function useContext<T>(context: Context<T>): T {
  return context.value
}
