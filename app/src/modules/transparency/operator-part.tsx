import { type OperatorPart, operatorPart } from '#kernel/web/operator-part.ts'
import { Facts } from '#ui/facts.tsx'
import { formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { logPaths } from './paths.ts'
import { secretsFolder } from './signing/identity.ts'
import { type Standing, standingOf } from './signing/open.ts'
import { words } from './words.ts'

/** Whether the public log is being signed, or why not. */
export const logPart: OperatorPart = operatorPart<Standing>({
  load: ({ jobs, config, clock }) => standingOf({ jobs, folder: secretsFolder(config), clock }),
  render(standing, view) {
    const say = words[view.lang].operator
    const number = (value: number) => formatNumber(view.lang, value)
    return (
      <Section
        id="h-log"
        title={words[view.lang].log.title}
        more={{ href: logPaths.log(), label: words[view.lang].log.title }}
      >
        {standing.kind === 'refused' ? <Notice kind="attention" text={say.refusals[standing.refusal]} /> : null}
        <Facts
          items={[
            { label: say.signed, value: standing.kind === 'signing' ? number(standing.size) : say.stopped },
            { label: say.waiting, value: number(standing.behind) },
          ]}
        />
      </Section>
    )
  },
})
