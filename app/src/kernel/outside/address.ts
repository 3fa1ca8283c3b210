import { BlockList, isIP } from 'node:net'

const closed = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(address, bits, 'ipv4')
// Of IPv6 only what is given out as global; and in it neither tunnels, which lead anywhere, nor documentation.
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [address, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed.addSubnet(address, bits, 'ipv6')

/** Where an address leads: `outside` = the public internet; `loopback` = this machine; anything else is `inside`. */
export function reachOf(address: string): 'outside' | 'loopback' | 'inside' {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
  const family = isIP(plain)
  if (family === 4) {
    if (plain.startsWith('127.')) return 'loopback'
    return closed.check(plain, 'ipv4') ? 'inside' : 'outside'
  }
  if (family !== 6) return 'inside'
  if (plain === '::1') return 'loopback'
  return global.check(plain, 'ipv6') && !closed.check(plain, 'ipv6') ? 'outside' : 'inside'
}
