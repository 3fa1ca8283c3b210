import type { PersonalData } from '#kernel/personal-data.ts'
import type { Text } from '#kernel/reason.ts'
import { codeOf } from './request.ts'
import { ownRequestsOf } from './store/rows.ts'
import { words } from './words.ts'

const say =
  (key: 'name' | 'identity' | 'email' | 'phone' | 'address'): Text =>
  (lang) =>
    words[lang].one[key]

/** What a person gave with the information requests that they keep in their own list. */
export const ownInformationRequests: PersonalData = {
  name: 'informationRequests',
  title: (lang) => words[lang].desk.own,
  columns: {
    number: (lang) => words[lang].register.number,
    received: (lang) => words[lang].register.received,
    name: say('name'),
    identity: say('identity'),
    email: say('email'),
    phone: say('phone'),
    address: say('address'),
    asked: (lang) => words[lang].text.asked,
  },
  async read(tx, personId, _today, keys) {
    const rows = await ownRequestsOf(tx, personId, keys)
    return rows.map(({ year, sequence, received_on, identity_number, ...rest }) => ({
      number: codeOf({ year, sequence }),
      received: received_on,
      identity: identity_number,
      ...rest,
    }))
  },
}
