import type { DatasetColumn } from './dataset.ts'
import { both, type Text } from './reason.ts'

/** Columns that most datasets have, said in the same words everywhere. */
export const ownId: DatasetColumn = {
  name: 'id',
  type: 'string',
  title: both('Pengenal', 'Identifier'),
  description: both('UUID yang tidak pernah berubah.', 'UUID that never changes.'),
  required: true,
}

export const ofProgramme: DatasetColumn = {
  name: 'programme',
  type: 'string',
  title: both('Program', 'Programme'),
  description: both('Nama program dalam alamatnya.', 'Name of the programme in its address.'),
  required: true,
  names: 'programmes',
}

export const writtenIn: DatasetColumn = {
  name: 'lang',
  type: 'string',
  title: both('Bahasa', 'Language'),
  description: both('Bahasa teks tanpa akhiran _en.', 'Language of the texts whose column does not end in _en.'),
  required: true,
  values: ['id', 'en'],
}

export function organisation(name: string, title: Text, options: { required?: true } = {}): DatasetColumn {
  return { name, type: 'string', title, names: 'organisations', ...options }
}
