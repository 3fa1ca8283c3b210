import type { Account, Fate, Payment } from '../src/index.ts'

/** How amounts and texts of one election are written in the report. */
export type Style = {
  money: (amount: number) => string
  rule: 'equal-shares' | 'greedy' | 'phragmen'
  votesAreApprovals: boolean
}

/** Amounts with at most two decimals: `5,000 PLN`, `127.35 PLN`; tiny ones keep two significant digits. */
export function moneyIn(currency: string): Style['money'] {
  const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
  const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const tiny = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
  return (amount) => {
    const whole = Math.abs(amount - Math.round(amount)) < 1e-9 * Math.max(1, Math.abs(amount))
    const format = whole ? plain : Math.abs(amount) < 0.01 ? tiny : cents
    return currency === '' ? format.format(amount) : `${format.format(amount)} ${printable(currency)}`
  }
}

/** Text of an untrusted file without control characters, so that it cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
}

export function count(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value)
}

/** Why a project was or was not selected, in sentences for someone who knows nothing of the rule. */
export function whyOf({ fate, supporters, score, cost }: Account, style: Style): string {
  const { money } = style
  const support = style.votesAreApprovals
    ? `${voters(supporters)} support it`
    : `${count(score)} points from ${voters(supporters)}`
  const sentences: { [Kind in Fate['kind']]: (fate: Extract<Fate, { kind: Kind }>) => string } = {
    paid: ({ payment }) => `${support}. ${paidBy(payment, style)}`,
    'by-score': ({ rest }) => `${support}. When its turn came, ${money(rest)} of the budget was left, enough for it.`,
    'filled-up': ({ rest }) =>
      `${support}. They could not pay for it from their shares; it was added because ${money(rest)} of the budget was still free and its turn by score had come.`,
    'not-affordable': ({ had, missing, beyond }) => {
      const spent = had < cost * 1e-12
      const lacked = spent
        ? `They had spent all their shares on other selected projects; its whole cost, ${money(missing)}, was missing.`
        : `Together they had ${money(had)} of their shares left; ${money(missing)} was missing.`
      const over =
        beyond === null
          ? ''
          : ` One more raise would have paid for it, but all together would then cost ${money(beyond)}, more than the budget.`
      return `${support}. ${lacked}${over}`
    },
    'does-not-fit': ({ rest, missing }) =>
      `${support}. When its turn came, ${money(rest)} of the budget was left; ${money(missing)} was missing.`,
    'after-stop': ({ had, missing }) =>
      had === null || missing === null
        ? `${support}. The count had ended before its turn, at a project that did not fit the budget.`
        : `${support}. When the count ended they had saved ${money(had)} together; ${money(missing)} was missing.`,
    'ended-the-count': ({ rest, missing }) =>
      `${support}. They had saved its cost, but only ${money(rest)} of the budget was left, ${money(missing)} too little; this ended the count.`,
    'below-threshold': ({ threshold, missing }) =>
      `${support}. A project needs a score of ${count(threshold)}; ${count(missing)} was missing.`,
    'dearer-than-budget': () => `${support}. It costs more than the whole budget.`,
    'no-support': () => 'No voter supports it.',
  }
  return (sentences[fate.kind] as (fate: Fate) => string)(fate)
}

function voters(number: number): string {
  return number === 1 ? '1 voter' : `${count(number)} voters`
}

function paidBy({ full, rest, empty }: Payment, { money, rule }: Style): string {
  const parts = full.map(({ weight, voters: number, each }) => {
    const which =
      full.length > 1 || weight !== 1 ? ` who gave it ${count(weight)} ${weight === 1 ? 'point' : 'points'}` : ''
    return `${voters(number)}${which} paid ${money(each)}${number === 1 ? '' : ' each'}`
  })
  if (rest) {
    const range = rest.most - rest.least < 0.005 ? money(rest.most) : `${money(rest.least)} to ${money(rest.most)}`
    const had = rule === 'phragmen' ? 'what they had saved since the last purchase' : 'all they had left'
    parts.push(
      `${voters(rest.voters)} paid ${had} (${range}${rest.voters === 1 ? '' : ' each'}), together ${money(rest.together)}`,
    )
  }
  if (empty > 0) parts.push(`${voters(empty)} had nothing left`)
  return `${parts.join('; ')}.`
}
