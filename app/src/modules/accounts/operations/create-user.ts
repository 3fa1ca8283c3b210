import { z } from 'zod'
import { installationRoles } from '#kernel/access.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { addLink } from '#kernel/session/single-use.ts'
import { accountEvent, type Office } from '../office.ts'
import { accountByEmail, accountOf, addAccount } from '../store/accounts.ts'
import { addInstallationRole, addMembership, addPerson, organisationByName } from '../store/people.ts'
import { words } from '../words.ts'

export const createUserInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  lang: z.enum(['id', 'en']).default('id'),
  /** Name or acronym of an organisation in the directory; `post` is what the person is there. */
  organisation: z.string().min(1).optional(),
  post: z.string().trim().min(1).max(200).default('Staf'),
  roles: z.array(z.enum(installationRoles)).default([]),
  /** Someone who is in the directory already. */
  personId: z.uuid().optional(),
})

/** An account made on the command line; without a password it comes with a link to make one. */
export const createUser = (office: Office) =>
  operation({
    name: 'create-user',
    summary: both('Membuat akun', 'Creates an account'),
    input: createUserInput.extend({ hash: z.string().optional() }),
    async load(tx, { email, organisation, personId }) {
      await lock(tx, email)
      const body = organisation ? await organisationByName(tx, organisation) : undefined
      const taken = (await accountByEmail(tx, email)) ?? (personId ? await accountOf(tx, personId) : undefined)
      return { taken: taken !== undefined, body }
    },
    policy: (actor) => onlySignInJob(actor),
    async change(tx, { input, subject: { taken, body }, now }) {
      const { name, email, lang, post, roles, hash } = input
      if (taken) return refused(problem('email', 'taken', (l) => words[l].user.taken))
      if (input.organisation && !body) {
        return refused(problem('organisation', 'unknown', (l) => words[l].user.organisationUnknown))
      }
      const personId = input.personId ?? (await addPerson(tx, name, null, now))
      await addAccount(tx, { personId, email, lang, hash }, now)
      if (body) await addMembership(tx, { personId, organisationId: body.id, post, lang, head: false }, null, now)
      for (const role of roles) await addInstallationRole(tx, personId, role, now)
      const linkId = hash ? undefined : await addLink(tx, office.secret, { kind: 'invitation', personId, now })
      return changed({ personId, linkId }, accountEvent('account.created', personId, { roles }))
    },
  })
