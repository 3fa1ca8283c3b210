/** An address, or a text with its language or type. */
export type Term = { iri: string } | { text: string; lang?: string; type?: string }
export type Triple = { subject: string; predicate: string; object: Term }

export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** Short names of the vocabularies of the catalogue, the same in both forms. */
export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** `dct:title` in full. */
export function full(name: `${keyof typeof prefixes}:${string}`): string {
  const [prefix, local] = name.split(':') as [keyof typeof prefixes, string]
  return prefixes[prefix] + local
}

export function iri(address: string): Term {
  return { iri: address }
}
