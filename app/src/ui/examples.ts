import { examples as alignment } from './alignment.tsx'
import { examples as bars } from './bars.tsx'
import { examples as breadcrumbs } from './breadcrumbs.tsx'
import { examples as button } from './button.tsx'
import { examples as card } from './card.tsx'
import { examples as choiceFields } from './choice-fields.tsx'
import { examples as coverage } from './coverage.tsx'
import { examples as decision } from './decision.tsx'
import { examples as details } from './details.tsx'
import { examples as empty } from './empty.tsx'
import { examples as errorSummary } from './error-summary.tsx'
import type { Example } from './example.ts'
import { examples as facts } from './facts.tsx'
import { examples as fields } from './fields.tsx'
import { examples as fileLink } from './file-link.tsx'
import { examples as form } from './form.tsx'
import { examples as found } from './found.tsx'
import { examples as frame } from './frame.tsx'
import { examples as gantt } from './gantt.tsx'
import { examples as held } from './held.tsx'
import { examples as hero } from './hero.tsx'
import { examples as history } from './history.tsx'
import { examples as jump } from './jump.tsx'
import { examples as listTools } from './list-tools.tsx'
import { examples as measure } from './measure.tsx'
import { examples as milestones } from './milestones.tsx'
import { examples as notice } from './notice.tsx'
import { examples as obstacle } from './obstacle.tsx'
import { examples as pagination } from './pagination.tsx'
import { examples as picture } from './picture.tsx'
import { examples as progress } from './progress.tsx'
import { examples as proof } from './proof.tsx'
import { examples as qrPicture } from './qr-picture.tsx'
import { examples as score } from './score.tsx'
import { examples as section } from './section.tsx'
import { examples as seven } from './seven.tsx'
import { examples as signs } from './signs.tsx'
import { examples as table } from './table.tsx'
import { examples as tag } from './tag.tsx'
import { examples as taskRow } from './task-row.tsx'
import { examples as text } from './text.tsx'

/** Every component in use, by what it is for: shown in the gallery, and rendered by the tests. */
export const examples: { group: string; examples: Example[] }[] = [
  { group: 'Frame', examples: [...signs, ...frame, ...breadcrumbs, ...notice, ...hero] },
  { group: 'Text', examples: [...text, ...details, ...picture, ...qrPicture] },
  { group: 'Tags', examples: [...tag, ...seven] },
  {
    group: 'Reading',
    examples: [
      ...section,
      ...facts,
      ...jump,
      ...card,
      ...progress,
      ...history,
      ...decision,
      ...proof,
      ...fileLink,
      ...held,
      ...empty,
    ],
  },
  { group: 'Lists', examples: [...listTools, ...found, ...table, ...pagination, ...taskRow] },
  { group: 'Forms', examples: [...button, ...errorSummary, ...form, ...fields, ...choiceFields] },
  { group: 'Indicators', examples: [...measure, ...score, ...obstacle] },
  { group: 'Charts', examples: [...milestones, ...gantt, ...bars, ...coverage, ...alignment] },
]
