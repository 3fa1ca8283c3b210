type Said = {
  DATABASE_URL?: string
  DATABASE_ADMIN_URL?: string
  KEYS_DATABASE_URL?: string
  SMTP_URL?: string
  S3_ENDPOINT?: string
  MUFAKAT_CLAMAV?: string
  MUFAKAT_PLAIN_CONNECTIONS: 'on' | 'off'
}

const thisMachine = ['', 'localhost', '127.0.0.1', '[::1]', '::1']
const waive = 'or say MUFAKAT_PLAIN_CONNECTIONS=on where the network in between is yours alone'

/** Records, keys and letters cross no network unencrypted, nor to a server that proves nothing, unless somebody says so. */
export function inClear(config: Said): string | undefined {
  if (config.MUFAKAT_PLAIN_CONNECTIONS === 'on') return undefined
  for (const name of ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'KEYS_DATABASE_URL'] as const)
    if (config[name] && !isSafeDatabase(new URL(config[name])))
      return `${name}: leads to another machine and needs sslmode=verify-full, ${waive}`
  if (config.SMTP_URL && !isSafeMail(new URL(config.SMTP_URL)))
    return `SMTP_URL: leads to another machine and must be smtps:// or have requireTLS=true, and verify it, ${waive}`
  if (config.S3_ENDPOINT && !isSafeAddress(new URL(config.S3_ENDPOINT)))
    return `S3_ENDPOINT: leads to another machine and must be https://, ${waive}`
  if (config.MUFAKAT_CLAMAV?.startsWith('tcp:') && !thisMachine.includes(new URL(config.MUFAKAT_CLAMAV).hostname))
    return `MUFAKAT_CLAMAV: leads to another machine, and ClamAV knows no TLS: run it on this one, ${waive}`
  return undefined
}

function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || thisMachine.includes(hostname)
}

/** A host named as a parameter counts before the one of the address, and a path is a socket, as pg has it. */
function isSafeDatabase({ hostname, searchParams }: URL): boolean {
  const host = searchParams.getAll('host').at(-1) || decodeURIComponent(hostname)
  if (thisMachine.includes(host) || host.startsWith('/')) return true
  return searchParams.getAll('sslmode').join() === 'verify-full'
}

function isSafeMail({ protocol, hostname, searchParams }: URL): boolean {
  if (thisMachine.includes(hostname)) return true
  const weakened = [...searchParams.keys()].some((name) => name.startsWith('tls.') || name === 'ignoreTLS')
  return !weakened && (protocol === 'smtps:' || searchParams.get('requireTLS') === 'true')
}
