import type { Module } from '#kernel/module.ts'
import { both, type Text } from '#kernel/reason.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { ProgrammeExtensions } from '#modules/programmes/standing.ts'
import { engineOf } from './engine.ts'
import {
  type Evaluated,
  type EvaluateOptions,
  evaluateAll,
  evaluatePast,
  evaluateProgramme,
  type JobDeps,
  type ProgrammeEvaluated,
  runHistory,
} from './evaluate.ts'
import { monitoringPaths as paths } from './paths.ts'
import type { ProgrammeReader } from './programme-reader.ts'
import type { EvaluationKind } from './reading.ts'
import { monitoringForms } from './routes/forms.tsx'
import { monitoringPages } from './routes/pages.tsx'
import { sections, standingOf } from './sections.tsx'
import type { RowDescriber, Signals } from './signal.ts'
import { formWords } from './words/forms.ts'

/**
 * What app.ts gives: every module's signals, how each describes its rows, the programmes, and what other modules put
 * on the page of an obstacle.
 */
export type MonitoringParts = {
  signals: Signals[]
  describeRows: RowDescriber[]
  programmes: ProgrammeReader
  sections?: RecordSection[]
}

/** The module with its evaluations (for jobs, CLI and seeding) and what it adds to the pages of programmes. */
export type Monitoring = Module & {
  evaluateProgramme(
    deps: JobDeps,
    programmeId: string,
    at: string,
    kind: EvaluationKind,
    options?: EvaluateOptions,
  ): Promise<Evaluated | undefined>
  evaluateAll(deps: JobDeps, at: string): Promise<ProgrammeEvaluated[]>
  evaluatePast(deps: JobDeps, programmeId: string, day: string): Promise<Evaluated[]>
  runHistory(deps: JobDeps, programmeId: string, from: string, to: string): Promise<Evaluated[]>
  extension: Pick<ProgrammeExtensions, 'standingOf' | 'sections' | 'eventNames' | 'linkTo'>
}

export function monitoring({ signals, describeRows, programmes, sections: also = [] }: MonitoringParts): Monitoring {
  const engine = engineOf(signals, programmes)
  const describers = new Map(describeRows.map((one) => [one.kind, one]))
  return {
    name: 'monitoring',
    routes(site) {
      monitoringPages(site, { programmes, describers }, also)
      monitoringForms(site, engine)
    },
    evaluateProgramme: (deps, ...rest) => evaluateProgramme(engine, deps, ...rest),
    evaluateAll: (deps, at) => evaluateAll(engine, deps, at),
    evaluatePast: (deps, ...rest) => evaluatePast(engine, deps, ...rest),
    runHistory: (deps, ...rest) => runHistory(engine, deps, ...rest),
    extension: { standingOf, sections, eventNames: eventNames(), linkTo },
  }
}

function eventNames(): Record<string, Text> {
  const names = Object.keys(formWords.id.events) as (keyof typeof formWords.id.events)[]
  return Object.fromEntries(names.map((name) => [name, both(formWords.id.events[name], formWords.en.events[name])]))
}

function linkTo({ kind, id }: { kind: string; id: string }, slug: string): string | undefined {
  if (kind === 'obstacle') return paths.obstacle(slug, id)
  if (kind === 'evaluation') return paths.indicators(slug)
  return undefined
}
