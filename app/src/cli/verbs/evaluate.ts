import { jakartaDate } from '#kernel/database.ts'
import { houseMonitoring } from '../../modules.ts'
import { print, UsageError, type Verb, withDeps } from '../verb.ts'

export const evaluateVerb: Verb = {
  name: 'evaluate',
  usage: '[--at YYYY-MM-DD]',
  about: 'evaluates every programme now, or as of a day that the weekly evaluation has not passed',
  options: { at: { type: 'string' } },
  async run(args, config) {
    const { at } = args.options
    if (typeof at === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(at)) throw new UsageError('--at needs a day: YYYY-MM-DD')
    await withDeps(config, async (deps) => {
      const day = typeof at === 'string' ? at : jakartaDate(deps.clock())
      const results = await houseMonitoring.evaluateAll(deps, day)
      const lines = results.map(
        ({ at: on, status, fired, cleared }) =>
          `${on} ${status}: fired ${fired.join(' ') || '–'}, cleared ${cleared.join(' ') || '–'}`,
      )
      print(args, { results }, lines.join('\n'))
    })
  },
}
