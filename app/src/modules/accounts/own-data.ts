import type { PersonActor } from '#kernel/access.ts'
import { jakartaDate, readAs } from '#kernel/database.ts'
import type { PersonalData, PersonalRow } from '#kernel/personal-data.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import { signInJob } from '#kernel/session/job.ts'
import type { Deps } from '#kernel/web/request.ts'
import { networkIn } from './opening.ts'
import {
  ownAccount,
  ownEvents,
  ownFactors,
  ownMails,
  ownPosts,
  ownSeats,
  ownSessions,
  ownTokens,
} from './store/own-data.ts'
import { words } from './words.ts'

/** One part of what is kept about a person, as page and file show it. */
export type OwnPart = { name: string; title: string; columns: Record<string, string>; rows: PersonalRow[] }

/** The newest of the person's events; whoever has more reads on at the API. */
export const mostEvents = 5_000

type Part = keyof (typeof words)['id']['ownData']['parts']

/** Everything kept about the person: of the account, of the directory, and what other rooms declare. */
export async function readOwnData(
  deps: Deps,
  person: PersonActor,
  others: readonly PersonalData[],
  now: Date,
  lang: Lang,
): Promise<OwnPart[]> {
  const { personId } = person
  const kept = await readAs(deps.jobs, signInJob, now, async (tx) => ({
    account: await ownAccount(tx, personId),
    factors: await ownFactors(tx, personId),
    sessions: await ownSessions(tx, personId, (sealed) => networkIn(deps.secret, sealed)),
    tokens: await ownTokens(tx, personId),
    mails: await ownMails(tx, personId),
  }))
  const today = jakartaDate(now)
  const { shared, events } = await readAs(deps.db, person, now, async (tx) => {
    const parts: OwnPart[] = []
    parts.push(partOf('posts', await ownPosts(tx, personId), lang), partOf('seats', await ownSeats(tx, personId), lang))
    for (const other of others) parts.push(declared(other, await other.read(tx, personId, today, deps.db.keys), lang))
    return { shared: parts, events: await ownEvents(tx, personId, mostEvents) }
  })
  const { account, ...rest } = kept
  const own = Object.entries(rest).map(([name, rows]) => partOf(name as Part, rows, lang))
  return [partOf('account', account, lang), ...shared, ...own, partOf('events', events, lang)]
}

function partOf(name: Part, rows: PersonalRow[], lang: Lang): OwnPart {
  const say = words[lang].ownData
  return { name, title: say.parts[name], columns: say.columns, rows }
}

function declared({ name, title, columns }: PersonalData, rows: PersonalRow[], lang: Lang): OwnPart {
  const texts = Object.entries(columns).map(([key, text]: [string, Text]) => [key, text(lang)])
  return { name, title: title(lang), columns: Object.fromEntries(texts), rows }
}
