import { createResetLink } from '#modules/accounts/public.ts'
import { InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

/** For whoever let the first link run out, where no mail is sent. A second factor stays as it is. */
export const userLinkVerb: Verb = {
  name: 'user link',
  usage: '--email ADDRESS',
  about: 'prints a new single-use link to set a password (24 hours)',
  options: { email: { type: 'string' } },
  async run(args, config) {
    const { email } = args.options as Record<string, string | undefined>
    if (!email) throw new UsageError(`usage: mufakat user link ${userLinkVerb.usage}`)
    await withDeps(config, async (deps) => {
      const link = await createResetLink(deps, email, deps.clock())
      if (!link) throw new InputError(`no active account has the address ${email}`)
      print(args, { link }, link)
    })
  },
}
