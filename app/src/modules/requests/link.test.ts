import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTicket, readTicket } from './link.ts'

const now = new Date('2026-11-24T03:00:00Z')
const secret = 'rahasia server yang panjangnya cukup'

test('a ticket is read back with its id and moment', () => {
  const ticket = newTicket(secret, now)
  assert.deepEqual(readTicket(secret, ticket), { id: ticket.slice(0, 36), issued: now.getTime() })
})

test('a wrong seal is refused, whatever is wrong with it', () => {
  const ticket = newTicket(secret, now)
  const [id = '', issued = '', seal = ''] = ticket.split('.')
  const other = seal.endsWith('A') ? 'B' : 'A'
  const first = seal.startsWith('A') ? 'B' : 'A'
  const wrong = [
    `${seal.slice(0, -1)}${other}`,
    `${first}${seal.slice(1)}`,
    seal.slice(0, -1),
    `${seal}A`,
    '',
    'é'.repeat(seal.length),
    '\u{1F600}'.repeat(seal.length / 4),
  ].map((forged) => `${id}.${issued}.${forged}`)
  const later = `${id}.${Number(issued) + 1}.${seal}`
  const otherId = `${newTicket(secret, now).slice(0, 36)}.${issued}.${seal}`
  for (const forged of [...wrong, later, otherId, id, '']) assert.equal(readTicket(secret, forged), undefined, forged)
  assert.equal(readTicket('another secret of a server, as long', ticket), undefined)
})
