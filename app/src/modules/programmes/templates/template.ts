import type { CharterContent } from '../charter.ts'
import type { TemplateName } from '../programme.ts'
import { disaster } from './disaster.ts'
import { free } from './free.ts'
import { stunting } from './stunting.ts'
import type { ProposedWork } from './work.ts'

/** What a new programme begins with: a draft charter, and work that the tasks module offers. */
export type ProgrammeTemplate = { charter: Partial<CharterContent>; work: ProposedWork[] }

export const templateOf: Record<TemplateName, ProgrammeTemplate> = { stunting, disaster, free }
