import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { mayProposeCharter, missingContent } from '../charter.ts'
import { says } from '../rules.ts'
import { changeCharter } from '../store/charters.ts'
import { allParties } from '../store/parties.ts'
import { words } from '../words.ts'
import { readCharterSubject } from './charter-subject.ts'

/** The draft becomes public and fixed; the parties of today are asked to sign it. An earlier proposal is given up. */
export const proposeCharterVersion = operation({
  name: 'propose-charter-version',
  summary: both('Mengusulkan piagam untuk ditandatangani', 'Propose a charter for signature'),
  input: z.object({ slug: z.string() }).strict(),
  load: (tx, { slug }) => readCharterSubject(tx, slug),
  policy: (actor, { programme, draft }) => mayProposeCharter(actor, programme, draft),
  async change(tx, { subject: { programme, versions, draft }, today }) {
    const missing = missingContent(draft!)
    if (missing.length > 0) return refusedBecause(incomplete(missing))
    const given = versions.find((version) => version.status === 'proposed')
    if (given) await changeCharter(tx, given.id, { status: 'replaced', superseded_on: today })
    const current = (await allParties(tx, programme.id)).filter((party) => party.until === null)
    const parties = current.map(({ organisation_id, role }) => ({ organisation_id, role }))
    const change = { status: 'proposed', class: programme.class, proposed_on: today, parties } as const
    const version = await changeCharter(tx, draft!.id, change)
    return changed(
      { slug: programme.slug, number: draft!.number },
      {
        name: 'charter.proposed',
        programmeId: programme.id,
        ownerId: programme.owner_id,
        class: programme.class,
        subjectKind: 'charter',
        subjectId: draft!.id,
        subjectVersion: version,
        payload: { number: draft!.number },
      },
    )
  },
})

function incomplete(missing: ReturnType<typeof missingContent>) {
  const labels = { purpose: 'purpose', 'legal-basis': 'legalBasis', 'decision-rule': 'decisionRule' } as const
  return reason('incomplete', (lang) => {
    const names = missing.map((one) => words[lang].charter[labels[one]].toLowerCase())
    return says((refusals) => refusals.draftIncomplete(names.join(', ')))(lang)
  })
}
