import type { CsvReader } from './csv.ts'

/** Numbers ids in order of appearance; whole numbers without leading zeros, the usual case, skip making a string. */
export type Ids = { list: string[]; of(reader: CsvReader, field: number): number; find(id: string): number | undefined }

const SMALL = 1_000_000

export function numberIds(known: string[] = []): Ids {
  const list: string[] = []
  const places = new Map<string, number>()
  const small: number[] = []
  const add = (id: string) => {
    const place = places.get(id) ?? list.push(id) - 1
    places.set(id, place)
    return place
  }
  known.forEach(add)
  return {
    list,
    find: (id) => places.get(id),
    of(reader, field) {
      const number = reader.integer(field)
      const quick = number >= 0 && number < SMALL
      if (quick && small[number] !== undefined) return small[number]
      const id = reader.text(field).trim()
      const place = add(id)
      if (quick && id === String(number)) small[number] = place
      return place
    },
  }
}
