import { accountsArea } from './accounts.ts'
import { directoryArea } from './directory.ts'
import { programmesArea } from './programmes.ts'
import { requestsArea } from './requests.ts'
import { secrecyArea } from './secrecy.ts'
import type { Area } from './stage.ts'
import { talkArea } from './talk.ts'

/** In the order in which they are played: the last moves the clock on by weeks. */
export const areas: Record<string, Area> = {
  accounts: accountsArea,
  directory: directoryArea,
  escalations: talkArea,
  'information requests': requestsArea,
  secrecy: secrecyArea,
  programmes: programmesArea,
}

/** Pages that no link of the example world leads to, with the state that each wants. */
export const rarePages: Record<string, string> = Object.assign({}, ...Object.values(areas).map((area) => area.pages))
