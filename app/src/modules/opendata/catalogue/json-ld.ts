import { prefixes, rdfType, type Term, type Triple } from './triple.ts'

type Node = Record<string, unknown>

/** JSON-LD: each subject once; the context is part of the file, so that reading it fetches nothing. */
export function jsonLd(triples: Triple[]): Node {
  const bySubject = Map.groupBy(triples, (triple) => triple.subject)
  const nodes = [...bySubject].map(([subject, own]) => {
    const node: Node = { '@id': subject }
    for (const [predicate, some] of Map.groupBy(own, (triple) => triple.predicate)) {
      if (predicate === rdfType)
        node['@type'] = some.map(({ object }) => ('iri' in object ? short(object.iri) : object.text))
      else node[short(predicate)] = some.map(({ object }) => objectOf(object))
    }
    return node
  })
  return { '@context': prefixes, '@graph': nodes }
}

function objectOf(term: Term): Node {
  if ('iri' in term) return { '@id': term.iri }
  const { text, lang, type } = term
  if (lang) return { '@value': text, '@language': lang }
  return type ? { '@value': text, '@type': short(type) } : { '@value': text }
}

function short(address: string): string {
  const known = Object.entries(prefixes).find(([, base]) => address.startsWith(base))
  return known ? `${known[0]}:${address.slice(known[1].length)}` : address
}
