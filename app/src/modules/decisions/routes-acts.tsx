import type { z } from 'zod'
import type { Operation } from '#kernel/operation.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import { judge } from './acts.ts'
import type { DecisionLinks } from './links.ts'
import { loadAct } from './loads-acts.ts'
import type { Done } from './operations/acting.ts'
import { addOption } from './operations/add-option.ts'
import { addStep } from './operations/add-step.ts'
import { answerAmendment } from './operations/answer-amendment.ts'
import { answerAppeal } from './operations/answer-appeal.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { answerQuestion } from './operations/answer-question.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { askQuestion } from './operations/ask-question.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { delegateBallot } from './operations/delegate-ballot.ts'
import { extendVote } from './operations/extend-vote.ts'
import { linkDecision } from './operations/link-decision.ts'
import { nameConcerned } from './operations/name-concerned.ts'
import { openVote } from './operations/open-vote.ts'
import { proposeAmendment } from './operations/propose-amendment.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { recordDissent } from './operations/record-dissent.ts'
import { takePosition } from './operations/take-position.ts'
import { withdrawAmendment } from './operations/withdraw-amendment.ts'
import { withdrawDecision } from './operations/withdraw-decision.ts'
import type { ActFormProps } from './pages/act-form.tsx'
import * as after from './pages/after-forms.tsx'
import * as amendment from './pages/amendment-forms.tsx'
import * as debate from './pages/debate-forms.tsx'
import * as vote from './pages/vote-forms.tsx'
import { type Act, decisionPaths } from './paths.ts'

type DecisionOperation = z.ZodObject<{ decision: z.ZodUUID }>
type Form = (props: ActFormProps) => JSX.Element

/** Every act on one decision has a form of its own; they differ in the operation and in what is asked. */
export function actRoutes(site: Site, links: DecisionLinks): void {
  const mount = <Schema extends z.ZodObject, S>(act: Act, declared: Operation<Schema, S, Done>, Form: Form) =>
    mountForm(site, declared as unknown as Operation<DecisionOperation, S, Done>, {
      path: decisionPaths.act(':id', act),
      tag: 'decisions',
      params: ({ id }) => ({ decision: id! }),
      load: (tx, request) => loadAct(tx, request, links),
      may: (actor, { facts }, { today }) => judge(act, actor, facts, today),
      version: ({ facts }) => (overtakes.has(act) ? facts.version : undefined),
      render: (data, form, view) => <Form view={view} data={data} form={form} />,
      then: (done) => decisionPaths.decision(done.decision),
    })
  mount('option', addOption, debate.OptionForm)
  mount('concerned', nameConcerned, debate.ConcernedForm)
  mount('link', linkDecision(links), debate.LinkForm)
  mount('position', takePosition, debate.PositionForm)
  mount('amendment', proposeAmendment, amendment.AmendmentForm)
  mount('amendmentAnswer', answerAmendment, amendment.AnswerForm)
  mount('amendmentWithdrawal', withdrawAmendment, amendment.WithdrawalForm)
  mount('question', askQuestion, debate.QuestionForm)
  mount('answer', answerQuestion, debate.AnswerForm)
  mount('interest', answerInterest, vote.InterestForm)
  mount('delegation', delegateBallot, vote.DelegationForm)
  mount('vote', openVote, vote.VoteForm)
  mount('extension', extendVote, vote.ExtensionForm)
  mount('ballot', castBallot, vote.BallotForm)
  mount('closure', closeVote, vote.ClosureForm)
  mount('publication', publishDecision, after.PublicationForm)
  mount('step', addStep(links), after.StepForm)
  mount('dissent', recordDissent, debate.DissentForm)
  mount('appeal', appealDecision, after.AppealForm)
  mount('appealAnswer', answerAppeal, after.AppealAnswerForm)
  mount('withdrawal', withdrawDecision, debate.WithdrawalForm)
}

/** Acts that end something are told what happened meanwhile; voices of several parties may come at once. */
const overtakes = new Set<Act>(['vote', 'publication', 'withdrawal'])
