import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Linked } from '#modules/decisions/links.ts'
import { resourcePaths } from '#modules/resources/paths.ts'
import { linesOf, resourcesOf, titleIn } from '#modules/resources/public.ts'

type Programme = { id: string; slug: string }

/** Budget lines as decisions name them: with their code and year. */
export async function budgetLinesNamed(tx: ReadTx, { id, slug }: Programme, lang: Lang, ids?: string[]) {
  const lines = await linesOf(tx, id, ids)
  return lines.map((one): Linked => {
    const { text, lang: written } = titleIn(lang, one)
    const label = `${one.code} (${one.fiscal_year}) ${text}`
    return { ...recordOf(one), label, lang: written, href: resourcePaths.line(slug, one.id) }
  })
}

/** Resources on offer, or these, as decisions name them. */
export async function resourcesNamed(tx: ReadTx, { id, slug }: Programme, lang: Lang, ids?: string[]) {
  const resources = await resourcesOf(tx, id, ids)
  return resources.map((one): Linked => {
    const { text, lang: written } = titleIn(lang, one)
    return { ...recordOf(one), label: text, lang: written, href: resourcePaths.offer(slug, one.id) }
  })
}

function recordOf({ id, programme_id, owner_id, class: recordClass }: Omit<Linked, 'label' | 'lang' | 'href'>) {
  return { id, programme_id, owner_id, class: recordClass }
}
