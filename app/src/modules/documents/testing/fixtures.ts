import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

/** A PDF of one empty page with a right table of objects; `extra` goes into its catalogue. */
export function pdfFile(extra = ''): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let body = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>`
  return Buffer.from(`${body}${trailer}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

type ZipEntry = {
  name: string
  data: Buffer | string
  /** Bit 0: encrypted. */
  flags?: number
  stored?: boolean
  /** What the list says of the size, where that is a lie. */
  says?: number
}

/** A zip, entry by entry, as honest or as crafted as the entries say. */
export function zipFile(entries: ZipEntry[], options: { comment?: string; count?: number } = {}): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, data, flags = 0, stored, says } of entries) {
    const plain = Buffer.from(data)
    const packed = stored ? plain : deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says ?? plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, more, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(list)
  const comment = Buffer.from(options.comment ?? '')
  const end = Buffer.alloc(18)
  end.writeUInt16LE(options.count ?? entries.length, 4)
  end.writeUInt16LE(options.count ?? entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...parts, central, Buffer.from('504b0506', 'hex'), end, comment])
}

const office = {
  docx: ['wordprocessingml.document.main+xml', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet.main+xml', 'xl/workbook.xml'],
  pptx: ['presentationml.presentation.main+xml', 'ppt/presentation.xml'],
} as const

export function officeFile(kind: keyof typeof office, more: ZipEntry[] = [], options = {}): Buffer {
  const [type, part] = office[kind]
  const types = `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`
  return zipFile([{ name: '[Content_Types].xml', data: types }, { name: part, data: '<w/>' }, ...more], options)
}

export function openDocumentFile(kind: 'text' | 'spreadsheet', manifest = '<manifest/>'): Buffer {
  return zipFile([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', data: '<office/>' },
    { name: 'META-INF/manifest.xml', data: manifest },
  ])
}

export function picture(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: '#0a6' } })
}

/** A photo that says where it was taken, with what, and by whom. */
export function photoWithPlace(): Promise<Buffer> {
  return picture()
    .jpeg()
    .withExif({
      IFD0: { Make: 'Kamera Contoh', Artist: 'Made Putra' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 0/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Made Putra</x:xmpmeta>')
    .toBuffer()
}

/** A PNG whose head promises so many pixels and whose body is a few bytes. */
export function pixelBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const body = deflateRawSync(Buffer.alloc(10))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))])
}

export async function movingPicture(): Promise<Buffer> {
  const frames = await Promise.all([picture(8, 8), picture(8, 8).negate()].map((frame) => frame.png().toBuffer()))
  return sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer()
}
