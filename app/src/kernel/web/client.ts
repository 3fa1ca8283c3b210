import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Ctx } from './request.ts'

/** `address`: unknown behind a proxy that nobody told us of. `onMachine`: a program of this machine, no proxy between. */
export type Client = { address?: string; onMachine: boolean }

const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** Addresses and networks ("10.0.0.0/8") of MUFAKAT_PROXIES, whose X-Forwarded-For is believed. Throws for anything else. */
export function readProxies(text: string): BlockList {
  const list = new BlockList()
  for (const entry of text.split(',').map((one) => one.trim())) {
    if (entry === '') continue
    const [, address = '', bits] = entry.match(/^([^/]*)(?:\/(\d{1,3}))?$/) ?? []
    const family = isIP(address)
    if (!family) throw new Error(`"${entry}" is no address or network`)
    const kind = family === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, Number(bits), kind)
  }
  return list
}

/** Who is at the other end: the socket's address, or the nearest one that our proxies did not give themselves. */
export function clientOf(c: Ctx, proxies: BlockList): Client {
  const peer = peerOf(c)
  // Asked in the process itself, without a socket.
  if (peer === undefined) return { onMachine: true }
  const forwarded = forwarding.some((name) => c.req.header(name) !== undefined)
  if (!knows(proxies, peer)) {
    const address = forwarded && isLoopback(peer) ? undefined : peer
    return { address, onMachine: isLoopback(peer) && !forwarded }
  }
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()))
  const address = chain.findLast((one) => isIP(one) !== 0 && !knows(proxies, one))
  return { address, onMachine: false }
}

function peerOf(c: Ctx): string | undefined {
  try {
    return plain(getConnInfo(c).remote.address ?? '')
  } catch {
    return undefined
  }
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
}

function knows(proxies: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}
