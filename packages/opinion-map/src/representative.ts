import { type Counts, sumCounts } from './counts.ts'
import { aboveHalf, aboveOther, SIGNIFICANT, smoothedShare } from './proportions.ts'

const MOST_STATEMENTS = 5

/** How one side (agreeing or disagreeing) of a group stands on a statement, against everyone in the other groups. */
export type Side = {
  success: number
  trials: number
  /** smoothed share of the group on this side, and its test against one half */
  share: number
  shareTest: number
  /** that share divided by the share of the other groups, and the test of one against the other */
  ratio: number
  ratioTest: number
}

/** One statement that tells a group from the others; `bestAgree` marks the one shown first because most of all the group agrees to it. */
export type Representative = Side & { statement: number; side: 'agree' | 'disagree'; bestAgree: boolean }

type Candidate = { statement: number; agree: Side; disagree: Side }

/**
 * The statements that represent each group: both tests above 1.2816 on one side; the five with the largest ratio × ratioTest × share ×
 * shareTest, the best agreed one always among them, agreements before disagreements; at least one where the group voted at all.
 */
export function representativeStatements(groups: Counts[], counted: Uint8Array): Representative[][] {
  const all = sumCounts(groups, counted.length)
  return groups.map((group) => {
    const candidates = Array.from(counted.keys())
      .filter((statement) => counted[statement] === 1)
      .map((statement) => ({
        statement,
        agree: sideOf(statement, group.agree, group.seen, all.agree, all.seen),
        disagree: sideOf(statement, group.disagree, group.seen, all.disagree, all.seen),
      }))
    return choose(candidates)
  })
}

function sideOf(at: number, success: Int32Array, seen: Int32Array, allSuccess: Int32Array, allSeen: Int32Array): Side {
  const own = success[at]!
  const trials = seen[at]!
  const other = allSuccess[at]! - own
  const otherTrials = allSeen[at]! - trials
  const share = smoothedShare(own, trials)
  return {
    success: own,
    trials,
    share,
    shareTest: aboveHalf(own, trials),
    ratio: share / smoothedShare(other, otherTrials),
    ratioTest: aboveOther(own, trials, other, otherTrials),
  }
}

function choose(candidates: Candidate[]): Representative[] {
  const best = bestAgreed(candidates)
  const telling = candidates
    .filter(({ agree, disagree }) => passes(agree) || passes(disagree))
    .map(strongerSide)
    .sort((a, b) => weight(b) - weight(a))
  if (telling.length === 0 && !best) return mostTelling(candidates)
  const rest = telling.filter(({ statement }) => statement !== best?.statement)
  const chosen = (best ? [asBest(best), ...rest] : rest).slice(0, MOST_STATEMENTS)
  return [...chosen.filter(({ side }) => side === 'agree'), ...chosen.filter(({ side }) => side === 'disagree')]
}

/** The statement the group agrees to most distinctly, if it agrees to any more than by chance. */
function bestAgreed(candidates: Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    const { agree, disagree } = candidate
    if (agree.success === 0 && disagree.success === 0) continue
    const better =
      best === undefined
        ? agree.shareTest > SIGNIFICANT || (agree.ratio > 1 && agree.share > 0.5)
        : best.agree.ratio > 1
          ? weight(agree) > weight(best.agree)
          : agree.share * agree.shareTest > best.agree.share * best.agree.shareTest
    if (better) best = candidate
  }
  return best
}

/** Nothing passes: the one that comes nearest to setting the group apart. */
function mostTelling(candidates: Candidate[]): Representative[] {
  const voted = candidates.filter(({ agree }) => agree.trials > 0).map(strongerSide)
  const first = voted.reduce<Representative | undefined>(
    (top, next) => (top === undefined || next.ratioTest > top.ratioTest ? next : top),
    undefined,
  )
  return first ? [first] : []
}

function asBest({ statement, agree }: Candidate): Representative {
  return { ...agree, statement, side: 'agree', bestAgree: true }
}

function strongerSide({ statement, agree, disagree }: Candidate): Representative {
  const side = agree.ratioTest > disagree.ratioTest ? 'agree' : 'disagree'
  return { ...(side === 'agree' ? agree : disagree), statement, side, bestAgree: false }
}

const passes = ({ ratioTest, shareTest }: Side) => ratioTest > SIGNIFICANT && shareTest > SIGNIFICANT
const weight = ({ ratio, ratioTest, share, shareTest }: Side) => ratio * ratioTest * share * shareTest
