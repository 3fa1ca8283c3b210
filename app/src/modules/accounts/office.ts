import type { NewEvent } from '#kernel/event.ts'
import type { Deps } from '#kernel/web/request.ts'

/** What operations need of the installation to write a letter with a link in it. */
export type Office = { place: string; baseUrl: string; secret: string }

export function officeOf({ config, secret }: Pick<Deps, 'config' | 'secret'>): Office {
  return { place: config.MUFAKAT_PLACE, baseUrl: config.BASE_URL, secret }
}

/** Events on accounts are restricted and carry ids and codes only. */
export function accountEvent(name: string, personId: string, payload: NewEvent['payload'] = {}): NewEvent {
  return { name, programmeId: null, class: 'restricted', subjectKind: 'account', subjectId: personId, payload }
}
