import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { Section } from '#ui/section.tsx'
import { logPaths } from './paths.ts'
import { words } from './words.ts'

/** "Bukti dari log publik" at the foot of a record. The page may be stored, so what changes is told behind the link. */
export const proofSection: RecordSection = recordSection<{ id: string }>({
  load: async (_tx, id) => ({ id }),
  render: ({ id }, view) => {
    const say = words[view.lang].section
    return (
      <Section id="h-bukti-log" title={say.title}>
        <p class="govuk-body">{say.lead}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={logPaths.record(id)}>
            {say.link}
          </a>
        </p>
      </Section>
    )
  },
})
