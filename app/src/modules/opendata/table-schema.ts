import type { Dataset, DatasetColumn } from '#kernel/dataset.ts'
import type { Lang } from '#kernel/reason.ts'
import { licence } from './licence.ts'
import { dataPaths } from './paths.ts'
import { words } from './words.ts'

export type Describes = { baseUrl: string; lang: Lang; modified?: string }

/** One dataset as a Data Package v2: https://datapackage.org/profiles/2.0/datapackage.json */
export function dataPackage(dataset: Dataset, { baseUrl, lang, modified }: Describes) {
  const say = words[lang]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dataset.key,
    id: `${baseUrl}${dataPaths.datapackage(dataset.key)}`,
    title: dataset.title(lang),
    description: dataset.description(lang),
    homepage: `${baseUrl}${dataPaths.dataset(dataset.key)}`,
    licenses: [licence],
    keywords: dataset.keywords(lang).split(' '),
    accrualPeriodicity: dataset.frequency,
    ...(modified ? { modified } : {}),
    resources: [
      {
        name: dataset.key,
        type: 'table',
        path: `${baseUrl}${dataPaths.csv(dataset.key)}`,
        title: dataset.title(lang),
        description: say.guardRule,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        licenses: [licence],
        schema: tableSchema(dataset, { baseUrl, lang }),
      },
    ],
  }
}

function tableSchema({ key, columns, primaryKey }: Dataset, how: Describes) {
  const own = columns.filter((column) => column.names === key)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((column) => fieldOf(column, how)),
    missingValues: [''],
    primaryKey,
    ...(own.length > 0
      ? { foreignKeys: own.map(({ name }) => ({ fields: [name], reference: { fields: primaryKey } })) }
      : {}),
  }
}

/** A key of another dataset cannot be a foreign key of this package, so `refersTo` names the other one. */
function fieldOf({ name, type, title, description, required, values, names }: DatasetColumn, how: Describes) {
  const { baseUrl, lang } = how
  const constraints = { ...(required ? { required } : {}), ...(values ? { enum: [...values] } : {}) }
  return {
    name,
    type,
    title: title(lang),
    ...(description ? { description: description(lang) } : {}),
    ...(type === 'string' ? { guard: 'apostrophe' } : {}),
    ...(names ? { refersTo: `${baseUrl}${dataPaths.datapackage(names)}` } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

/** The same for readers of CSV on the Web; they find it by the name of the file. */
export function csvwMetadata(dataset: Dataset, { baseUrl, lang }: Describes) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': lang }],
    url: `${baseUrl}${dataPaths.csv(dataset.key)}`,
    'dc:title': dataset.title(lang),
    'dc:description': `${dataset.description(lang)} ${words[lang].guardRule}`,
    'dc:license': { '@id': licence.path },
    tableSchema: {
      columns: dataset.columns.map(({ name, type, title, required }) => ({
        name,
        titles: name,
        'dc:title': title(lang),
        datatype: type === 'number' ? 'double' : type,
        required: required === true,
      })),
      primaryKey: dataset.primaryKey,
    },
  }
}
