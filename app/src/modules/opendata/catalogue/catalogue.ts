import type { Dataset, DatasetFrequency } from '#kernel/dataset.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import { licence } from '../licence.ts'
import { dataPaths } from '../paths.ts'
import { words } from '../words.ts'
import { full, iri, rdfType, type Term, type Triple } from './triple.ts'

/** `changed`: the day of the newest event on the records of each dataset, by its key. */
export type Published = { baseUrl: string; place: string; datasets: Dataset[]; changed: Map<string, string> }

const authority = 'http://publications.europa.eu/resource/authority'
const frequencies: Record<DatasetFrequency, string> = {
  continual: `${authority}/frequency/UPDATE_CONT`,
  weekly: `${authority}/frequency/WEEKLY`,
  quarterly: `${authority}/frequency/QUARTERLY`,
}
const languages = [iri(`${authority}/language/IND`), iri(`${authority}/language/ENG`)]

/** The catalogue by DCAT-AP 3.0.1, as statements; both forms are written from these. */
export function catalogueTriples(published: Published): Triple[] {
  const { baseUrl, place, datasets, changed } = published
  const catalogue = `${baseUrl}${dataPaths.list()}#catalogue`
  const publisher = `${baseUrl}/#publisher`
  const days = [...changed.values()].sort()
  return [
    ...about(catalogue, 'dcat:Catalog', [
      ...inBoth('dct:title', (lang) => `${words[lang].title}: ${place}`),
      ...inBoth('dct:description', (lang) => words[lang].lead),
      ['dct:publisher', iri(publisher)],
      ['dct:license', iri(licence.path)],
      ...languages.map((language): Statement => ['dct:language', language]),
      ['foaf:homepage', iri(`${baseUrl}${dataPaths.list()}`)],
      ...(days.length > 0 ? [dated(days.at(-1)!)] : []),
      ...datasets.map((dataset): Statement => ['dcat:dataset', iri(idOf(baseUrl, dataset))]),
    ]),
    ...about(publisher, 'foaf:Agent', [['foaf:name', { text: place }]]),
    ...about(licence.path, 'dct:LicenseDocument', [['dct:title', { text: licence.title, lang: 'en' }]]),
    ...datasets.flatMap((dataset) =>
      datasetTriples(dataset, { baseUrl, publisher, changed: changed.get(dataset.key) }),
    ),
  ]
}

type Around = { baseUrl: string; publisher: string; changed?: string }

function datasetTriples(dataset: Dataset, { baseUrl, publisher, changed }: Around): Triple[] {
  const { key, title, description, keywords, frequency } = dataset
  const csv = `${baseUrl}${dataPaths.csv(key)}`
  const distribution = `${baseUrl}${dataPaths.dataset(key)}#csv`
  const page = `${baseUrl}${dataPaths.dataset(key)}`
  return [
    ...about(idOf(baseUrl, dataset), 'dcat:Dataset', [
      ...inBoth('dct:title', title),
      ...inBoth('dct:description', description),
      ...(['id', 'en'] as const).flatMap((lang) =>
        keywords(lang)
          .split(' ')
          .map((text): Statement => ['dcat:keyword', { text, lang }]),
      ),
      ['dct:identifier', { text: key }],
      ['dct:publisher', iri(publisher)],
      ['dct:accessRights', iri(`${authority}/access-right/PUBLIC`)],
      ['dct:accrualPeriodicity', iri(frequencies[frequency])],
      ['dcat:theme', iri(`${authority}/data-theme/GOVE`)],
      ['dcat:landingPage', iri(page)],
      ...languages.map((language): Statement => ['dct:language', language]),
      ...(changed ? [dated(changed)] : []),
      ['dcat:distribution', iri(distribution)],
    ]),
    ...about(distribution, 'dcat:Distribution', [
      ...inBoth('dct:title', (lang) => `${title(lang)} (CSV)`),
      ['dcat:accessURL', iri(page)],
      ['dcat:downloadURL', iri(csv)],
      ['dct:format', iri(`${authority}/file-type/CSV`)],
      ['dcat:mediaType', iri('https://www.iana.org/assignments/media-types/text/csv')],
      ['dct:license', iri(licence.path)],
      ['dct:conformsTo', iri(`${baseUrl}${dataPaths.datapackage(key)}`)],
      ...(changed ? [dated(changed)] : []),
    ]),
  ]
}

type Name = Parameters<typeof full>[0]
type Statement = [Name, Term]

function about(subject: string, type: Name, statements: Statement[]): Triple[] {
  const own = statements.map(([name, object]) => ({ subject, predicate: full(name), object }))
  return [{ subject, predicate: rdfType, object: iri(full(type)) }, ...own]
}

function inBoth(name: Name, text: Text): Statement[] {
  return (['id', 'en'] satisfies Lang[]).map((lang) => [name, { text: text(lang), lang }])
}

function dated(day: string): Statement {
  return ['dct:modified', { text: day, type: full('xsd:date') }]
}

function idOf(baseUrl: string, { key }: Dataset): string {
  return `${baseUrl}${dataPaths.dataset(key)}#dataset`
}
