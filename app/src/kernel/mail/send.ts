import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { JobActor } from '../access.ts'
import { type Database, type Tx, writeAs } from '../database.ts'
import { startLoop, type Turn } from '../followers/loop.ts'
import { type Keys, KeysUnavailable } from '../keys/keys.ts'
import { mailBody } from '../session/single-use.ts'
import { forgotten } from './forgotten.ts'
import { isLastLetter } from './last-letter.ts'
import { addressOf } from './sealed-address.ts'

export type Mailer = {
  /** Sends what is due now; resolves when nothing due is left or the mail server does not answer. */
  flush(): Promise<void>
  stop(): Promise<void>
}

export type MailerOptions = {
  jobs: Database
  /** Without it nothing is sent: mails stay in the table, which is the mailbox of development. */
  smtpUrl: string | undefined
  from: string
  /** The installation's secret, from which the tokens of links are derived as the mail leaves. */
  secret: string
  clock: () => Date
  log: Logger
}

export const mailActor: JobActor = { kind: 'job', job: 'mail', classes: [] }

const mailsPerTurn = 50
const restMs = 2_000
const longestOutageMs = 60_000
/** A mail that the server will not take now is tried 8 times within about two hours, then shown to the operator. */
const mostAttempts = 8
const firstRetryMs = 60_000
/** While the server is away no mail is given up, and none waits much longer than the server itself. */
const outageRetryMs = 30_000

/** Sends queued mails, untried and oldest first. Any number of processes may run one. */
export function startMailer({ jobs, smtpUrl, from, secret, clock, log }: MailerOptions): Mailer {
  if (!smtpUrl) return { flush: async () => {}, stop: async () => {} }
  const transport = openTransport(smtpUrl)
  const post: Post = { from, secret, keys: jobs.keys, clock, send: (letter) => transport.sendMail(letter) }
  let outages = 0
  let stopping = false
  let last: Turn = 'rest'

  async function turn(): Promise<Turn> {
    last = 'rest'
    for (let count = 0; count < mailsPerTurn && !stopping; count += 1) {
      const result = await writeAs(jobs, mailActor, clock(), (tx) => sendNext(tx, post))
      if (result.kind === 'none') return last
      if (result.kind === 'unreachable') {
        outages += 1
        log.warn({ why: result.why, outages }, 'mail server does not answer; mails wait')
        return last
      }
      outages = 0
    }
    last = 'more'
    return last
  }

  const outageMs = () => Math.min(longestOutageMs, restMs * 2 ** outages)
  const loop = startLoop({ name: 'mail', log, turn, restMs: () => (outages > 0 ? outageMs() : restMs) })
  return {
    async flush() {
      do await loop.turned()
      while (last === 'more')
    },
    async stop() {
      stopping = true
      await loop.stop()
      transport.close()
    },
  }
}

function openTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Post = { from: string; secret: string; keys: Keys; clock: () => Date; send(letter: Letter): Promise<unknown> }
type Letter = ReturnType<typeof letterOf>
type Mail = {
  id: string
  address: string
  address_sealed: Buffer | null
  address_place: string | null
  sealed_for: string | null
  subject: string
  body: string
  attempts: number
  link_id: string | null
  capability: string | null
  calendar: string | null
}
type Sent = { kind: 'none' } | { kind: 'sent' } | { kind: 'refused' } | { kind: 'unreachable'; why: string }

/** The row stays locked while the mail is on its way, so no other process sends it too. */
async function sendNext(tx: Tx, post: Post): Promise<Sent> {
  const mail = await takeDue(tx, post.clock())
  if (!mail) return { kind: 'none' }
  const address = await addressOf(mail, post.keys).catch(whileUnavailable)
  if (address === undefined || address === unavailable) return keepUnaddressed(tx, mail, address, post)
  const addressed = { ...mail, address }
  try {
    await post.send(letterOf(addressed, post))
  } catch (error) {
    return keepFailure(tx, addressed, error as SmtpError, post)
  }
  // A mail with a sign-in link is worth stealing: its text goes as soon as it is sent.
  const body = mail.link_id ? { body: '' } : {}
  const emptied = await endLastLetter(mail, post)
  await change(tx, mail, { sent_at: post.clock(), attempts: mail.attempts + 1, last_error: null, ...body, ...emptied })
  return { kind: 'sent' }
}

/** Nothing more is tried: the key goes first, then everything personal in the row. */
async function endLastLetter(mail: Mail, { keys, clock }: Post) {
  if (!isLastLetter(mail)) return {}
  await keys.destroy(mail.id, clock())
  return { ...forgotten, forgotten_at: clock() }
}

async function takeDue(tx: Tx, now: Date): Promise<Mail | undefined> {
  return tx
    .selectFrom('mails')
    .select([
      'id',
      'address',
      'address_sealed',
      'address_place',
      'sealed_for',
      'subject',
      'body',
      'attempts',
      'link_id',
      'capability',
      'calendar',
    ])
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('forgotten_at', 'is', null)
    .where(({ eb, or }) => or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', now)]))
    .orderBy('attempts')
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** The message id is the row's: should a process die right after sending, receivers recognise the second copy. */
function letterOf(mail: Mail, { from, secret }: Pick<Post, 'from' | 'secret'>) {
  const domain = from.match(/@([a-z0-9.-]+)/i)?.[1] ?? 'localhost'
  return {
    from,
    to: { name: '', address: mail.address },
    subject: mail.subject,
    text: mailBody(secret, mail),
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(mail.calendar
      ? { icalEvent: { method: methodOf(mail.calendar), filename: 'undangan.ics', content: mail.calendar } }
      : {}),
  }
}

/** Mail programs act on the method in the header; it says the same as the one inside. */
function methodOf(calendar: string): string {
  return calendar.match(/^METHOD:([A-Z]+)\r$/m)?.[1] ?? 'PUBLISH'
}

type SmtpError = Error & { code?: string; responseCode?: number }

const unavailable = Symbol('the keys database does not answer')

function whileUnavailable(error: unknown): typeof unavailable {
  if (error instanceof KeysUnavailable) return unavailable
  throw error
}

/** Waits for the keys database; to an addressee who was erased nobody writes any more. */
async function keepUnaddressed(tx: Tx, mail: Mail, why: typeof unavailable | undefined, post: Post): Promise<Sent> {
  const { attempts } = mail
  const now = post.clock()
  const later = {
    attempts,
    last_error: unavailable.description!,
    next_attempt_at: new Date(now.getTime() + outageRetryMs),
  }
  const gone = { attempts, last_error: 'the addressee was erased', given_up_at: now }
  await change(tx, mail, why ? later : { ...gone, ...(await endLastLetter(mail, post)) })
  return { kind: 'refused' }
}

async function keepFailure(tx: Tx, mail: Mail, error: SmtpError, post: Post): Promise<Sent> {
  const attempts = mail.attempts + 1
  const now = post.clock()
  const why = errorText(error, mail)
  const failed = { attempts, last_error: why }
  if (!concernsMail(error)) {
    await change(tx, mail, { ...failed, next_attempt_at: new Date(now.getTime() + outageRetryMs) })
    return { kind: 'unreachable', why }
  }
  const forGood = (error.responseCode ?? 500) >= 500 || attempts >= mostAttempts
  const next = new Date(now.getTime() + firstRetryMs * 2 ** (attempts - 1))
  const given = forGood ? { given_up_at: now, ...(await endLastLetter(mail, post)) } : { next_attempt_at: next }
  await change(tx, mail, { ...failed, ...given })
  return { kind: 'refused' }
}

/** Whether it is about this mail or its receiver; anything else would happen to every mail. */
function concernsMail({ code, responseCode }: SmtpError): boolean {
  return responseCode !== 421 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

/** Operators read this, here and in the process log; the address stays in its own column, where it is forgotten with the mail. */
function errorText(error: SmtpError, mail: Mail): string {
  // What a server says in its own words may spell the address in another way.
  if (isLastLetter(mail)) return [error.code, error.responseCode].filter(Boolean).join(' ')
  const text = [error.code, error.message].filter(Boolean).join(': ')
  return text.replaceAll(mail.address, '(address)').slice(0, 300)
}

type Change = { attempts: number; last_error: string | null } & Partial<typeof forgotten> &
  Partial<Record<'sent_at' | 'given_up_at' | 'next_attempt_at' | 'forgotten_at', Date>>

async function change(tx: Tx, mail: Mail, values: Change): Promise<void> {
  await tx.updateTable('mails').set(values).where('id', '=', mail.id).execute()
}
