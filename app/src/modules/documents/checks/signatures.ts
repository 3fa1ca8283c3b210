/** How kinds of files begin, whatever they are called. */
const hex = (...marks: string[]) => marks.map((mark) => Buffer.from(mark, 'hex'))

export const pdf = [Buffer.from('%PDF-')]
export const png = hex('89504e470d0a1a0a')
export const jpeg = hex('ffd8ff')
export const zip = hex('504b0304')
/** Windows, Linux and macOS programs, Java classes, WebAssembly, scripts that name their interpreter. */
export const programs = [
  ...hex('4d5a', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '0061736d'),
  Buffer.from('#!'),
]
/** Word and Excel before 2007, and every Office file with a password since. */
export const oldOffice = hex('d0cf11e0a1b11ae1')
/** rar, 7z, gzip, bzip2, xz, zstd; a zip that is empty or cut in pieces. */
export const archives = hex(
  '526172211a07',
  '377abcaf271c',
  '1f8b',
  '425a68',
  'fd377a585a00',
  '28b52ffd',
  '504b0506',
  '504b0708',
)

export function begins(bytes: Buffer, marks: readonly Buffer[]): boolean {
  return marks.some((mark) => bytes.subarray(0, mark.length).equals(mark))
}

/** RIFF holds sound and film too; its ninth byte begins the word that tells. */
export function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
}
