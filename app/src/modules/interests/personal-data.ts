import type { PersonalData, PersonalRow } from '#kernel/personal-data.ts'
import type { Text } from '#kernel/reason.ts'
import { declarationsOf, interestsOf, notesOf } from './store.ts'
import { words } from './words.ts'

const say =
  (key: 'mine' | 'declaredOn' | 'validUntil' | 'kind' | 'organisation' | 'since' | 'until' | 'note'): Text =>
  (lang) =>
    words[lang][key]

/** A person's own declarations, with the notes that only few may read. */
export const ownInterests: PersonalData = {
  name: 'interests',
  title: say('mine'),
  columns: {
    declared: say('declaredOn'),
    valid: say('validUntil'),
    kind: say('kind'),
    organisation: say('organisation'),
    since: say('since'),
    until: say('until'),
    note: say('note'),
  },
  async read(tx, personId) {
    const declarations = await declarationsOf(tx, personId)
    const interests = await interestsOf(
      tx,
      declarations.map(({ id }) => id),
    )
    const notes = await notesOf(
      tx,
      interests.map(({ id }) => id),
    )
    return declarations.flatMap(({ id, declared_on: declared, valid_until: valid }): PersonalRow[] => {
      const own = interests.filter((one) => one.declaration_id === id)
      if (own.length === 0) return [{ declared, valid, ...nothing }]
      return own.map(({ id: interest, kind, organisation, since, until }) => {
        return { declared, valid, kind, organisation, since, until, note: notes.get(interest) ?? null }
      })
    })
  },
}

const nothing = { kind: null, organisation: null, since: null, until: null, note: null }
