import { refuse } from '#kernel/web/refusal.tsx'
import type { Site } from '#kernel/web/request.ts'
import { programmeBySlug, programmeName } from '#modules/programmes/public.ts'
import { readOpenly } from '../dataset-file.ts'
import { beforeBody } from '../file-routes.ts'
import { dataPaths } from '../paths.ts'
import { words } from '../words.ts'
import { atom } from './atom.ts'
import { beganOn, type FeedSources, feedEntries } from './happenings.ts'

export function feedRoutes(site: Site, sources: FeedSources): void {
  const { BASE_URL: baseUrl, MUFAKAT_PLACE: place } = site.deps.config
  site.app.get(dataPaths.feed(':slug'), async (c) => {
    const { lang, now, today } = c.var
    const slug = (c.req.param('slug') ?? '').replaceAll('\0', '')
    const found = await readOpenly(site.deps.db, now, async (tx) => {
      const programme = await programmeBySlug(tx, slug)
      if (!programme) return undefined
      const entries = await feedEntries(tx, programme, sources, { lang, baseUrl })
      return { programme, entries, began: await beganOn(tx, programme.id) }
    })
    if (!found) return refuse(site, c, 'missing')
    const { programme, entries, began } = found
    const text = atom({
      id: `urn:uuid:${programme.id}`,
      title: words[lang].feedOf(programmeName(programme, lang)),
      lang,
      updated: entries[0]?.updated ?? began ?? today,
      self: `${baseUrl}${dataPaths.feed(slug)}?lang=${lang}`,
      alternate: `${baseUrl}/programmes/${slug}`,
      author: place,
      entries,
    })
    const answered = await beforeBody(site, c, {
      shape: text,
      programme: slug,
      type: 'application/atom+xml; charset=utf-8',
    })
    if (answered) return answered
    c.header('vary', 'cookie')
    return c.body(text)
  })
}
