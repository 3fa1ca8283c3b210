import type { z } from 'zod'
import type { Operation } from '#kernel/operation.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { Site } from '#kernel/web/request.ts'
import { judge } from './acts.ts'
import { loadAct } from './loads.ts'
import type { Done } from './operations/acting.ts'
import { answerRequest } from './operations/answer-request.ts'
import { askRequester } from './operations/ask-requester.ts'
import { endDispute } from './operations/end-dispute.ts'
import { extendDeadline } from './operations/extend-deadline.ts'
import { forwardRequest } from './operations/forward-request.ts'
import { handOverRequest } from './operations/hand-over-request.ts'
import { publishAnswer } from './operations/publish-answer.ts'
import { reconsiderAnswer } from './operations/reconsider-answer.ts'
import { registerRequest } from './operations/register-request.ts'
import { returnMaterial } from './operations/return-material.ts'
import { ActForm } from './pages/act-forms.tsx'
import { type Act, requestPaths } from './paths.ts'

type OnRequest = z.ZodObject<{ request: z.ZodUUID }>

/** Every act of those who deal with a request has a form of its own. */
export function actRoutes(site: Site): void {
  const mount = <Schema extends z.ZodObject, S>(act: Act, declared: Operation<Schema, S, Done>) =>
    mountForm(site, declared as unknown as Operation<OnRequest, S, Done>, {
      path: requestPaths.act(':id', act),
      tag: 'information-requests',
      params: ({ id }) => ({ request: id! }),
      load: (tx, request) => loadAct(tx, request, site.deps.db.keys),
      may: (actor, { facts }, { today }) => judge(act, actor, facts, today),
      initial: (data): Record<string, string> => {
        const { wording, publication } = data
        if (act === 'registration' && wording) return { ...wording }
        if (act !== 'publication') return {}
        if (publication && !publication.withdrawn)
          return { title: publication.title, text: publication.body, links: publication.links.join('\n') }
        const answer = data.private?.texts.findLast((one) => one.kind === 'answer')
        return { title: wording?.subject ?? '', text: answer?.body ?? '', links: answer?.links.join('\n') ?? '' }
      },
      version: ({ facts }) => facts.version,
      render: (data, form, view) => <ActForm view={view} data={data} form={form} act={act} />,
      then: (done) => requestPaths.one(done.id),
    })
  mount('registration', registerRequest)
  mount('answer', answerRequest)
  mount('handover', handOverRequest)
  mount('clarification', askRequester)
  mount('extension', extendDeadline)
  mount('forwarding', forwardRequest)
  mount('publication', publishAnswer)
  mount('disputeOutcome', endDispute)
  mount('material', returnMaterial)
  mount('reconsideration', reconsiderAnswer)
}
