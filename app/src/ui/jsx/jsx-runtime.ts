import type { JSX as Hono } from 'hono/jsx/jsx-runtime'
import { type Child, type Component, Element, type Props } from './element.ts'

/** What the compiler makes of `<tag attribute="…">…</tag>`. */
export function jsx(type: string | Component, props: Props): Element {
  return new Element(type, props)
}

export { jsx as jsxs }

export function Fragment({ children }: { children?: Child }): Child {
  return children
}

export declare namespace JSX {
  type Element = import('./element.ts').Element
  type ElementType = string | ((props: never) => Child)
  interface ElementChildrenAttribute {
    children: Child
  }
  interface IntrinsicElements extends Hono.IntrinsicElements {}
  interface IntrinsicAttributes {
    key?: string | number
  }
}
