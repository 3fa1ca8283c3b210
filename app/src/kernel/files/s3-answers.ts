import type { StoredFile } from '../files.ts'

/** `next`: what to ask for the page after this one. */
export type ListPage<T> = { rows: T[]; next: Record<string, string> | undefined }
/** An upload in parts that was begun. */
export type Half = { key: string; uploadId: string; begunAt: Date }

// Of the store's XML only flat elements are read, whose values are names and numbers.
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function valueIn(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return found?.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, named) =>
    named ? (entities[named] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}

function blocksIn(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map((found) => found[1]!)
}

export function objectsIn(xml: string): ListPage<StoredFile> {
  const rows = blocksIn(xml, 'Contents').map((block) => ({
    key: valueIn(block, 'Key') ?? '',
    size: Number(valueIn(block, 'Size')),
    changedAt: new Date(valueIn(block, 'LastModified') ?? Number.NaN),
  }))
  const token = valueIn(xml, 'NextContinuationToken')
  return { rows, next: token ? { 'continuation-token': token } : undefined }
}

export function halvesIn(xml: string): ListPage<Half> {
  const rows = blocksIn(xml, 'Upload').map((block) => ({
    key: valueIn(block, 'Key') ?? '',
    uploadId: valueIn(block, 'UploadId') ?? '',
    begunAt: new Date(valueIn(block, 'Initiated') ?? Number.NaN),
  }))
  const [key, uploadId] = [valueIn(xml, 'NextKeyMarker'), valueIn(xml, 'NextUploadIdMarker')]
  const more = valueIn(xml, 'IsTruncated') === 'true' && key
  return { rows, next: more ? { 'key-marker': key, 'upload-id-marker': uploadId ?? '' } : undefined }
}

export function uploadIdIn(xml: string): string | undefined {
  return valueIn(xml, 'UploadId')
}

/** A completion can fail after its head was sent as a success. */
export function errorIn(xml: string): string | undefined {
  return /<Error>/.test(xml) ? (valueIn(xml, 'Code') ?? 'Error') : undefined
}
