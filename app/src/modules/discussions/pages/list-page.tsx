import type { Verdict } from '#kernel/reason.ts'
import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import type { View } from '#ui/view.ts'
import type { ListData } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { listFilters } from '../query.ts'
import { words } from '../words.ts'
import { authorOf, CommentItem } from './comment.tsx'
import { Steps } from './discussion.tsx'
import { AboutRecord } from './record-page.tsx'

type Props = { view: View; data: ListData; settings: Verdict; formKey: () => string }

export function ListPage({ view, data, settings, formKey }: Props) {
  const say = words[view.lang]
  const { programme, rows, newer, older, query, unanswered } = data
  const { slug } = programme
  const page = (cursor: { before?: string; after?: string }) =>
    discussionPaths.list(slug, { q: query.q, show: query.show, ...cursor })
  const options = listFilters.map((value) => ({ value, label: say.filters[value] }))
  return (
    <BelowProgramme view={view} programme={programme} title={say.list} lead={say.listLead}>
      <ListTools
        action={discussionPaths.list(slug)}
        label={say.search}
        q={query.q}
        filters={[{ name: 'show', label: say.show, value: query.show, options }]}
      />
      {unanswered > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={discussionPaths.list(slug, { show: 'unanswered' })}>
            {say.unanswered(formatNumber(view.lang, unanswered))}
          </a>
        </p>
      ) : null}
      {settings === true ? (
        <div class="mf-actions">
          <ButtonLink href={discussionPaths.settings(slug)} secondary small>
            {say.settings}
          </ButtonLink>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={query.q || query.show ? say.noneFound : say.empty}>
          {query.q || query.show ? say.noneFoundRule : say.emptyRule}
        </Empty>
      ) : (
        <ul class="mf-comments">
          {rows.map((row) => (
            <CommentItem
              view={view}
              slug={slug}
              comment={row}
              formKey={formKey}
              above={<AboutRecord view={view} place={row.place} small />}
            >
              <p class="mf-small">
                <a class="govuk-link" href={discussionPaths.comment(slug, row.parent_id ?? row.id, row.id)}>
                  {say.acts.open}
                  <span class="govuk-visually-hidden">: {authorOf(view, row)}</span>
                </a>
              </p>
            </CommentItem>
          ))}
        </ul>
      )}
      <Steps
        view={view}
        back={newer ? page({ after: newer }) : undefined}
        on={older ? page({ before: older }) : undefined}
      />
    </BelowProgramme>
  )
}
