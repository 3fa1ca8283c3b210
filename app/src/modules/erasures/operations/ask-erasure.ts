import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { followedRequest } from '#modules/requests/public.ts'
import { erasureEvent, mayAskForOneself, mayAskForRequest } from '../erasure.ts'
import { isOfficial, latestErasure } from '../store/read.ts'
import { addErasure } from '../store/write.ts'

/** A person asks that their account and what it says of them be erased. */
export const askOwnErasure = operation({
  name: 'ask-own-erasure',
  summary: both('Meminta data sendiri dihapus', 'Asks that one’s own data be erased'),
  input: z.strictObject({}),
  stepUp: true,
  async load(tx, _input, { actor }) {
    const person = personOf(actor)
    if (!person) return { person: '', latest: undefined, official: false }
    await lock(tx, person)
    return { person, latest: await latestErasure(tx, person), official: await isOfficial(tx) }
  },
  policy: (actor, asking) => mayAskForOneself(actor, asking),
  async change(tx, { subject: { person }, now }) {
    const id = await addErasure(tx, { kind: 'person', id: person }, person, now)
    return changed({ id }, erasureEvent('asked', id))
  },
})

/** Whoever brings the secret link of a closed request asks that they be erased from it. */
export const askRequestErasure = operation({
  name: 'ask-request-erasure',
  summary: both('Pemohon meminta datanya dihapus', 'A requester asks to be erased'),
  input: z.strictObject({ token: z.string().min(1).max(100) }),
  async load(tx, { token }) {
    const request = await followedRequest(tx, token)
    if (!request) return undefined
    await lock(tx, request.id)
    return { request, latest: await latestErasure(tx, request.id) }
  },
  policy: (_actor, { request, latest }) => mayAskForRequest(request.closed, latest),
  async change(tx, { subject: { request }, now }) {
    const id = await addErasure(tx, { kind: 'information-request', id: request.id }, null, now)
    // The log does not say who asks for information, nor for this.
    return changed({ id }, { ...erasureEvent('asked', id), unsigned: true })
  },
})
