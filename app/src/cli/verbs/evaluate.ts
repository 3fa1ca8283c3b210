import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { houseMonitoring } from '../../modules.ts'
import { InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

export const evaluateVerb: Verb = {
  name: 'evaluate',
  usage: '[--at YYYY-MM-DD]',
  about: 'evaluates every programme now, or as of a day that the weekly evaluation has not passed',
  options: { at: { type: 'string' } },
  async run(args, config) {
    const { at } = args.options
    if (typeof at === 'string' && !z.iso.date().safeParse(at).success)
      throw new UsageError(`--at ${at}: needs a day of the calendar, YYYY-MM-DD`)
    await withDeps(config, async (deps) => {
      const today = jakartaDate(deps.clock())
      const day = typeof at === 'string' ? at : today
      if (day > today) throw new InputError(`--at ${day}: that day has not come yet, today is ${today}`)
      const results = await houseMonitoring.evaluateAll(deps, day)
      const lines = results.map(
        ({ programme, at: on, status, fired, cleared }) =>
          `${programme} ${on} ${status}: fired ${fired.join(' ') || '–'}, cleared ${cleared.join(' ') || '–'}`,
      )
      print(args, { results }, lines.join('\n'))
    })
  },
}
