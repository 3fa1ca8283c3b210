import { z } from 'zod'
import type { Lang } from '#kernel/reason.ts'
import { recordReads } from '#kernel/web/recorded-reads.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import { pageRequest, readFor, type Site } from '#kernel/web/request.ts'
import { programmeName } from '#modules/programmes/public.ts'
import { formatAct } from '#ui/language.ts'
import type { MeetingLinks } from './links.ts'
import { titleIn } from './meeting.ts'
import { type MinutesDocument, printMinutes } from './minutes-document.ts'
import { paragraphsOf, tallyOf } from './minutes-text.ts'
import { meetingPaths } from './paths.ts'
import { loadMinutes, type MinutesData } from './read-pages.ts'
import { words } from './words.ts'
import { localOf, whenWords } from './zone.ts'

const query = z.object({
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
})

/** The minutes as a file: what the page shows to the same reader. */
export function minutesFileRoute(site: Site, links: MeetingLinks): void {
  site.app.get(meetingPaths.minutesFile(':id'), async (c) => {
    const { version } = query.parse(c.req.query())
    const request = pageRequest(c, {})
    if (version) request.params = { ...request.params, number: version }
    const data = await readFor(site, c, (tx) => loadMinutes(tx, request, links))
    if (!data?.shown) return refuse(site, c, 'missing')
    await recordReads(site, c, data)
    const file = await printMinutes(documentOf(data, c.var.lang), c.var.actor.kind === 'visitor' ? 'visitor' : 'person')
    c.header('content-type', 'application/pdf')
    c.header('content-disposition', `inline; filename="${nameOf(data)}"`)
    return c.body(new Uint8Array(file))
  })
}

function nameOf({ meeting, shown, programme }: MinutesData): string {
  return `notula-${programme.slug}-${localOf(meeting.starts_at, meeting.zone).day}-v${shown!.number}.pdf`
}

function documentOf(data: MinutesData, lang: Lang): MinutesDocument {
  const say = words[lang]
  const { meeting, programme, agenda, attendance } = data
  const shown = data.shown!
  const author = shown.status === 'confirmed' ? say.confirmedBy : say.draftedBy
  const state = shown.status === 'draft' ? ` (${say.minutesStates.draft})` : ''
  return {
    lang,
    title: `${say.minutes}: ${titleIn(lang, meeting).text}${state}`,
    programme: programmeName(programme, lang),
    example: programme.example,
    when: whenWords(lang, meeting),
    place: meeting.place,
    author: author(shown.person, formatAct(lang, shown.at)),
    because: shown.because ? say.corrects(shown.because) : null,
    body: paragraphsOf(shown.body).map((paragraph) => paragraph.split('\n')),
    agenda: agenda.map(({ title, owner, outcome, position }) => ({
      title: `${position}. ${title}`,
      from: `${say.from} ${owner}`,
      result: outcome ? say.results[outcome.result] : say.resultOpen,
      text: outcome?.text ?? null,
    })),
    tally: tallyOf(lang, attendance),
    attendance: attendance
      .filter((row) => row.attendance || row.required)
      .map(({ name, attendance: one }) => ({
        party: name,
        manner: one ? say.manners[one.manner] : say.notRecorded,
        who: one
          ? [one.person, one.delegate_of && say.forWhom(one.delegate_of)].filter(Boolean).join(', ') || null
          : null,
      })),
    words: {
      minutes: say.minutes,
      agenda: say.agenda,
      matter: say.form.itemTitle,
      result: say.form.result,
      attendance: say.attendance,
      party: say.party,
      manner: say.manner,
    },
  }
}
