import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { importTable } from '#app/imports/import-table.ts'
import { renderImport } from '#app/imports/render-report.ts'
import { type ImportRequest, importJob } from '#app/imports/request.ts'
import { says } from '#app/imports/words.ts'
import { houseMonitoring } from '#app/modules.ts'
import type { Config } from '#kernel/config.ts'
import { readAs } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { TARGET_NAMES, type TargetName } from '#kernel/tabular/targets.ts'
import type { Deps } from '#kernel/web/request.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { type Arguments, InputError, print, say, UsageError, type Verb, withDeps } from '../verb.ts'

/** Reads a table of unknown origin into a programme; exit 1 when nothing could be read, and then nothing is kept. */
export const importCsvVerb: Verb = {
  name: 'import csv',
  words: 1,
  usage:
    'FILE --as tasks|commitments|organisations --programme SLUG [--create NAME [--owner NAME]] [--coordinator EMAIL] [--evaluate-at DATE [--window-days N]] [--map MAP.json] [--as-of DATE] [--country CODE] [--lang id|en] [--dry-run]',
  about: 'reads a foreign table into a programme, in one transaction, with a report of every repair and refusal',
  options: {
    as: { type: 'string' },
    programme: { type: 'string' },
    create: { type: 'string' },
    owner: { type: 'string' },
    coordinator: { type: 'string' },
    'evaluate-at': { type: 'string' },
    'window-days': { type: 'string' },
    map: { type: 'string' },
    'as-of': { type: 'string' },
    country: { type: 'string' },
    lang: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  async run(args, config) {
    const lang = languageOf(args, config)
    const request = requestOf(args, lang)
    await withDeps(config, async (deps) => {
      const outcome = await importTable(deps, request)
      if (outcome.kind === 'refused') {
        if (outcome.report) say(renderImport(outcome.report, lang))
        throw new InputError(outcome.because(lang))
      }
      if (request.evaluate && !request.dryRun) await evaluateImported(deps, request.programme!, request.evaluate.at)
      print(args, outcome.report, renderImport(outcome.report, lang).trimEnd())
    })
  },
}

function requestOf(args: Arguments, lang: Lang): ImportRequest {
  const { programme, create, owner, map, country, 'as-of': asOf } = args.options as Record<string, string | undefined>
  const file = fileOf(args, importCsvVerb)
  const as = targetOf(args, lang)
  if (!programme && as !== 'organisations') throw new UsageError(says((words) => words.refusal.needsProgramme)(lang))
  if (asOf && !z.iso.date().safeParse(asOf).success)
    throw new UsageError(says((words) => words.refusal.day(asOf))(lang))
  if (country && !/^[A-Z]{2}$/.test(country))
    throw new UsageError(says((words) => words.refusal.country(country))(lang))
  return {
    as,
    programme,
    create: create === undefined ? undefined : { name: create, owner },
    file: basename(file).slice(0, 300),
    bytes: bytesOf(file),
    map: map === undefined ? undefined : mapIn(map, lang),
    asOf,
    coordinator: args.options.coordinator as string | undefined,
    evaluate: evaluationOf(args, lang),
    country,
    dryRun: args.options['dry-run'] === true,
  }
}

/** So that the programme's page shows its figures at once. */
async function evaluateImported(deps: Deps, slug: string, day: string): Promise<void> {
  const found = await readAs(deps.jobs, importJob, deps.clock(), (tx) => programmeBySlug(tx, slug))
  if (found) await houseMonitoring.evaluatePast(deps, found.id, day)
}

function evaluationOf({ options }: Arguments, lang: Lang): ImportRequest['evaluate'] {
  const { 'evaluate-at': at, 'window-days': days } = options as Record<string, string | undefined>
  if (at === undefined && days === undefined) return undefined
  const read = evaluation.safeParse({ at, days })
  if (!read.success)
    throw new UsageError(says((words) => words.refusal.evaluation(`${at ?? ''} ${days ?? ''}`.trim()))(lang))
  return read.data
}

const evaluation = z.object({ at: z.iso.date(), days: z.coerce.number().int().min(1).max(36_500).optional() })

export function languageOf(args: Arguments, config: Config): Lang {
  const told = args.options.lang ?? config.MUFAKAT_LANG
  if (told !== 'id' && told !== 'en') throw new UsageError('--lang: id or en')
  return told
}

export function fileOf({ words }: Arguments, verb: Verb): string {
  const [file, ...others] = words
  if (!file || others.length > 0) throw new UsageError(`usage: mufakat ${verb.name} ${verb.usage}`)
  return file
}

export function targetOf({ options }: Arguments, lang: Lang): TargetName {
  const target = TARGET_NAMES.find((known) => known === options.as)
  if (!target) throw new UsageError(says((words) => words.refusal.target(String(options.as ?? '')))(lang))
  return target
}

export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new InputError(`${file}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}

function mapIn(file: string, lang: Lang): unknown {
  const text = new TextDecoder().decode(bytesOf(file))
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(says((words) => words.refusal.mapNotJson((error as Error).message))(lang))
  }
}
