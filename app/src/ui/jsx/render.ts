import { writeAttribute } from './attribute.ts'
import { type Context, provided } from './context.ts'
import { type Child, type Component, Element, type Props } from './element.ts'
import { escapeHtml } from './escape.ts'

const voidTags = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** The HTML of an element; throws TypeError for what is neither text nor element, such as a promise or a record. */
export function render(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (child instanceof Element) {
    return typeof child.type === 'string'
      ? renderTag(child.type, child.props)
      : renderComponent(child.type, child.props)
  }
  if (typeof child === 'number') return String(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (!Array.isArray(child))
    throw new TypeError(`A page shows texts and elements, not ${Object.prototype.toString.call(child)}`)
  let html = ''
  for (const one of child) html += render(one)
  return html
}

function renderTag(tag: string, props: Props): string {
  let html = `<${tag}`
  for (const name in props) if (name !== 'children') html += writeAttribute(name, props[name])
  if (voidTags.has(tag)) return `${html}/>`
  const inside = render(props.children)
  // The parser drops a newline right behind these tags, so a text that begins with one gets one more. Of others it is not
  // asked: looking into a text that was put together makes the engine copy it, at each level of the page anew.
  const kept = (tag === 'textarea' || tag === 'pre') && inside.startsWith('\n') ? `\n${inside}` : inside
  return `${html}>${kept}</${tag}>`
}

function renderComponent(component: Component, props: Props): string {
  const context = provided.get(component)
  return context ? renderBelow(context, props) : render(component(props as never))
}

function renderBelow(context: Context<unknown>, props: Props): string {
  const before = context.value
  context.value = props.value
  try {
    return render(props.children)
  } finally {
    context.value = before
  }
}
