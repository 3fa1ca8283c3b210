import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import { mayClassify } from './classification.ts'
import { classificationPaths as paths } from './paths.ts'
import { readTarget, standingDecision } from './store/read.ts'
import { words } from './words.ts'

type Data = {
  slug: string
  record: string
  closed: boolean
  decision: { id: string; label: string; lang: string } | undefined
  may: boolean
}

/** For members, on the record's own page: on what ground it is closed, or that there is none yet; for who decides, the way to it. */
export const classificationOfRecord: RecordSection = recordSection<Data>({
  async load(tx, recordId, { actor }) {
    if (actor.kind !== 'person') return undefined
    const target = await readTarget(tx, recordId)
    if (!target) return undefined
    const closed = target.class === 'restricted' || target.class === 'secret'
    const may = mayClassify(actor, target) === true
    if (!closed && !may) return undefined
    const [programme, decision] = await Promise.all([
      programmeById(tx, target.programme_id),
      standingDecision(tx, recordId),
    ])
    return programme && { slug: programme.slug, record: recordId, closed, decision, may }
  },
  render({ slug, record, closed, decision, may }, { lang }) {
    const say = words[lang]
    return (
      <Section id="h-golongan" title={say.desk.title}>
        {decision ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.one(slug, decision.id)}>
              {say.decision}: <Recorded lang={decision.lang}>{decision.label}</Recorded>
            </a>
          </p>
        ) : null}
        {closed && !decision ? <Notice kind="attention" text={say.noGround} /> : null}
        {may && !decision ? (
          <ButtonLink secondary href={paths.new(slug, record)}>
            {closed ? say.desk.give : say.decide}
          </ButtonLink>
        ) : null}
      </Section>
    )
  },
})
