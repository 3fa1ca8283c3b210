import { prefixes, rdfType, type Term, type Triple } from './triple.ts'

/** Turtle: each subject once, its statements below it. */
export function turtle(triples: Triple[]): string {
  const declared = Object.entries(prefixes).map(([name, address]) => `@prefix ${name}: <${address}> .`)
  const bySubject = Map.groupBy(triples, (triple) => triple.subject)
  const blocks = [...bySubject].map(([subject, own]) => {
    const lines = own.map(({ predicate, object }) => {
      return `  ${predicate === rdfType ? 'a' : named(predicate)} ${termOf(object)}`
    })
    return `${named(subject)}\n${lines.join(' ;\n')} .`
  })
  return `${declared.join('\n')}\n\n${blocks.join('\n\n')}\n`
}

function termOf(term: Term): string {
  if ('iri' in term) return named(term.iri)
  const text = `"${escaped(term.text)}"`
  if (term.lang) return `${text}@${term.lang}`
  return term.type ? `${text}^^${named(term.type)}` : text
}

function named(address: string): string {
  for (const [name, base] of Object.entries(prefixes)) {
    const local = address.slice(base.length)
    if (address.startsWith(base) && /^[A-Za-z]\w*$/.test(local)) return `${name}:${local}`
  }
  return `<${address.replace(/[\p{Cc} <>"{}|^`\\]/gu, unicode)}>`
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}"\\]/gu, (one) => (one === '"' || one === '\\' ? `\\${one}` : unicode(one)))
}

function unicode(one: string): string {
  return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
}
