import { createRequire } from 'node:module'

type RdfTerm = { termType: string; value: string; language?: string; datatype?: { value: string } }
export type Quad = { subject: RdfTerm; predicate: RdfTerm; object: RdfTerm }

// Neither brings types that fit its present version.
const required = createRequire(import.meta.url)
const n3: {
  Parser: new (options?: { format: string }) => { parse(text: string): Quad[] }
  Store: new (quads: Quad[]) => object
} = required('n3')
const jsonld: { toRDF(document: object, options: object): Promise<string> } = required('jsonld')

export function quadsOfTurtle(text: string): Quad[] {
  return new n3.Parser({ format: 'text/turtle' }).parse(text)
}

/** Reads nothing from anywhere: a file whose context lies elsewhere fails. */
export async function quadsOfJsonLd(document: object): Promise<Quad[]> {
  const documentLoader = (address: string) => Promise.reject(new Error(`asks for ${address}`))
  const lines = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader })
  return new n3.Parser({ format: 'application/n-quads' }).parse(lines)
}

export function store(quads: Quad[]): object {
  return new n3.Store(quads)
}

export function lines(quads: Quad[]): string[] {
  const term = ({ termType, value, language, datatype }: RdfTerm) =>
    [termType, value, language, datatype?.value].join(' ')
  return quads.map((quad) => [quad.subject, quad.predicate, quad.object].map(term).join(' | ')).sort()
}
