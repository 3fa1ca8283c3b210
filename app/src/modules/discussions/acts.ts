import type { Actor } from '#kernel/access.ts'
import {
  type Comment,
  type CommentFacts,
  mayAnswer,
  mayContest,
  mayCorrect,
  mayEdit,
  mayHide,
  mayMarkAnswer,
  mayReply,
  mayRule,
  type Subject,
} from './comment.ts'

/** Which acts a page offers this reader on a comment. */
export type CommentActs = Record<
  'reply' | 'answers' | 'edit' | 'correct' | 'hide' | 'contest' | 'rule' | 'answer',
  boolean
>

/** `parent`: the comment that it is a reply to. */
export function actsOn(actor: Actor, comment: Comment, subject: Subject, now: Date, parent?: Comment): CommentActs {
  const facts = factsOfComment(comment, subject)
  const marked = parent?.answered?.answer_id === comment.id
  return {
    reply: mayReply(actor, facts) === true,
    answers: !comment.answered && mayAnswer(actor, facts) === true,
    edit: mayEdit(actor, facts, now) === true,
    correct: mayCorrect(actor, facts, now) === true,
    hide: mayHide(actor, facts) === true,
    contest: mayContest(actor, facts) === true,
    rule: mayRule(actor, facts) === true,
    answer:
      parent !== undefined &&
      !comment.hidden &&
      !marked &&
      mayMarkAnswer(actor, factsOfComment(parent, subject)) === true,
  }
}

function factsOfComment(comment: Comment, subject: Subject): CommentFacts {
  const { id, parent_id, kind, hidden, created_at, created_by, moderation } = comment
  return { id, parent_id, kind, hidden, created_at, created_by, subject, acts: moderation }
}
