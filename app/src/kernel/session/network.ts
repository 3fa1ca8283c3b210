import { isIPv4, isIPv6 } from 'node:net'
import type { Ctx } from '../web/request.ts'

/** The network a request came from, or nothing when unknown (a proxy that MUFAKAT_PROXIES does not name hides it). Never stored or logged as it is. */
export function networkOf(c: Ctx): string | undefined {
  return networkOfAddress(c.var.client.address ?? '')
}

/** IPv4: the first 24 bits; IPv6: the first 56, which one customer is usually given. */
export function networkOfAddress(address: string): string | undefined {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (isIPv4(plain)) return plain.startsWith('127.') ? undefined : `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain) || plain === '::1') return undefined
  const groups = expand(plain)
  return `${[...groups.slice(0, 3), groups[3]!.slice(0, 2)].join(':')}00::/56`
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].map((group) => group.padStart(4, '0'))
}
