export const logPaths = {
  log: () => '/log',
  checkpoint: () => '/log/checkpoint',
  witnessed: () => '/log/witnessed',
  vkey: () => '/log/vkey',
  entry: (number: number | string) => `/log/entries/${number}`,
  proof: (number: number | string) => `/log/proof/${number}.tlog-proof`,
  disclosures: (number: number | string) => `/log/disclosures/${number}`,
  /** What the log holds of one record. */
  record: (id: string) => `/log/records/${id}`,
}
