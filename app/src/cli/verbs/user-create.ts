import { installationRoles } from '#kernel/access.ts'
import { createUser } from '#modules/accounts/create-user.ts'
import { InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

export const userCreateVerb: Verb = {
  name: 'user create',
  usage: '--name NAME --email ADDRESS [--role operator|information-officer|facilitator]',
  about: 'makes an account and prints its single-use link (24 hours)',
  options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } },
  async run(args, config) {
    const { name, email, role } = args.options as Record<string, string | undefined>
    if (!name || !email) throw new UsageError(`usage: mufakat user create ${userCreateVerb.usage}`)
    if (role && !installationRoles.some((known) => known === role)) throw new UsageError(`no role '${role}'`)
    await withDeps(config, async (deps) => {
      const outcome = await createUser(deps, { name, email, roles: role ? [role as 'operator'] : [] }, deps.clock())
      if (outcome.kind === 'invalid')
        throw new InputError(outcome.problems.map(({ field, text }) => `${field}: ${text('en')}`).join('; '))
      if (outcome.kind !== 'done')
        throw new InputError(outcome.kind === 'missing' ? 'not found' : outcome.reason.text('en'))
      print(args, outcome.value, outcome.value.link ?? '')
    })
  },
}
