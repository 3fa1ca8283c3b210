import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { Notice } from '#ui/notice.tsx'
import { mayDeclare, type Standing, standingOn } from './interest.ts'
import { interestPaths } from './paths.ts'
import { newestDeclarations } from './store.ts'
import { words } from './words.ts'

/** On everyone's desk: the way to their own declaration, and a word when it is missing or has run out. */
export const interestDesk: DeskPart = deskPart<{ standing: Standing }>({
  order: 90,
  async load(tx, { actor, today }) {
    if (actor.kind !== 'person' || mayDeclare(actor) !== true) return undefined
    const newest = await newestDeclarations(tx, [actor.personId], today)
    return { standing: standingOn(newest.get(actor.personId), today) }
  },
  render({ standing }, { lang }) {
    const say = words[lang]
    const link = { href: interestPaths.mine(), label: say.seeMine }
    if (standing !== 'valid') return <Notice kind="attention" text={say.desk.missing} link={link} />
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={link.href}>
          {link.label}
        </a>
      </p>
    )
  },
})
