import { type FileKind, travels } from './file-kind.ts'

const longest = 120
/** Controls, and marks that turn the direction of writing: "gpj.exe" can be made to look like "exe.jpg" by them. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu

/** The name as people see it: no folders, nothing unseen, and the ending of what the file really is. */
export function cleanName(sent: string, kind: FileKind): string {
  const last = sent.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1)!
  const plain = last.replace(/[<>:"|?*]/g, '').replace(/\s+/g, ' ')
  const stem = plain.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const { ending } = travels[kind]
  return `${[...stem].slice(0, longest).join('') || 'berkas'}.${ending}`
}

/** RFC 6266: a plain name for old programs, the whole one (RFC 8187) for all others. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

const textEndings = new Set(['txt', 'text', 'csv', 'tsv', 'md', 'log', ''])

/** A script is plain text too, so its name is the one thing that tells. */
export function isNamedAsText(sent: string): boolean {
  const ending = sent.match(/\.([^./\\]*)$/)?.[1] ?? ''
  return textEndings.has(ending.toLowerCase().trim())
}
