export const logPaths = {
  log: () => '/log',
  checkpoint: () => '/log/checkpoint',
  witnessed: () => '/log/witnessed',
  vkey: () => '/log/vkey',
  entry: (number: number | string) => `/log/entries/${number}`,
  proof: (number: number | string) => `/log/proof/${number}.tlog-proof`,
  disclosures: (number: number | string) => `/log/disclosures/${number}`,
  /** Closed entries that are open by now. */
  opened: (after = 0) => (after > 0 ? `/log/opened?after=${after}` : '/log/opened'),
  /** What the log holds of one record. */
  record: (id: string) => `/log/records/${id}`,
}
