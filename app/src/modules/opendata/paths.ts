export const dataPaths = {
  list: () => '/data',
  dataset: (key: string) => `/data/${key}`,
  csv: (key: string, programme?: string) => `/data/${key}.csv${programme ? `?programme=${programme}` : ''}`,
  csvw: (key: string) => `/data/${key}.csv-metadata.json`,
  datapackage: (key: string) => `/data/${key}/datapackage.json`,
  catalogJson: () => '/data/catalog.jsonld',
  catalogTurtle: () => '/data/catalog.ttl',
  popolo: () => '/data/popolo.json',
  archives: (page = 1) => (page > 1 ? `/data/archives?page=${page}` : '/data/archives'),
  newArchive: () => '/data/archives/new',
  archiveFile: (id: string) => `/data/archives/${id}.zip`,
  feed: (slug: string) => `/programmes/${slug}/feed.atom`,
}
