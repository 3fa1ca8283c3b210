import { examples as breadcrumbs } from './breadcrumbs.tsx'
import { examples as button } from './button.tsx'
import { examples as choiceFields } from './choice-fields.tsx'
import { examples as empty } from './empty.tsx'
import { examples as errorSummary } from './error-summary.tsx'
import type { Example } from './example.ts'
import { examples as facts } from './facts.tsx'
import { examples as fields } from './fields.tsx'
import { examples as form } from './form.tsx'
import { examples as frame } from './frame.tsx'
import { examples as notice } from './notice.tsx'
import { examples as pagination } from './pagination.tsx'
import { examples as signs } from './signs.tsx'
import { examples as table } from './table.tsx'
import { examples as tag } from './tag.tsx'
import { examples as text } from './text.tsx'

/** Every component in use, by file: shown in the gallery, and rendered by the tests. */
export const examples: { group: string; examples: Example[] }[] = [
  { group: 'Frame', examples: [...signs, ...frame, ...breadcrumbs, ...notice] },
  { group: 'Text', examples: [...text] },
  { group: 'Tags', examples: [...tag] },
  { group: 'Reading', examples: [...facts, ...empty] },
  { group: 'Lists', examples: [...table, ...pagination] },
  { group: 'Forms', examples: [...button, ...errorSummary, ...form, ...fields, ...choiceFields] },
]
