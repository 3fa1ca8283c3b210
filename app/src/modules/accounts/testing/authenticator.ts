import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = { challenge: string }
type Lie = {
  origin?: string
  site?: string
  counter?: number
  /** Touched, but without fingerprint, face or PIN. */
  unverified?: boolean
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer) => data.toString('base64url')

/** A passkey in software (ES256, no attestation) that can be made to lie. */
export function softwarePasskey(origin = 'http://localhost:3000', site = 'localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0

  const clientData = (type: string, { challenge }: Options, lie: Lie) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: lie.origin ?? origin, crossOrigin: false }))

  const head = (flags: number, lie: Lie) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lie.counter ?? ++counter)
    return Buffer.concat([sha256(lie.site ?? site), Buffer.from([lie.unverified ? flags & ~0x04 : flags]), count])
  }

  return {
    /** The browser's answer to `navigator.credentials.create`, as the page sends it. */
    create(options: Options, lie: Lie = {}): string {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const authData = Buffer.concat([head(0x45, lie), Buffer.alloc(16), length, credentialId, coseKey()])
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, authData.length]),
        authData,
      ])
      return answer({
        clientDataJSON: base64url(clientData('webauthn.create', options, lie)),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      })
    },
    /** The browser's answer to `navigator.credentials.get`. */
    get(options: Options, lie: Lie = {}): string {
      const authenticatorData = head(0x05, lie)
      const data = clientData('webauthn.get', options, lie)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)
      return answer({
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
      })
    },
  }

  function answer(response: object): string {
    const id = base64url(credentialId)
    return JSON.stringify({ id, rawId: id, type: 'public-key', response })
  }

  function coseKey(): Buffer {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
  }
}

/** What the page asks the browser for. */
export function optionsIn(page: string): Options & { rpId?: string; excludeCredentials?: unknown[] } {
  return JSON.parse(page.match(/data-options="([^"]+)"/)![1]!.replaceAll('&quot;', '"'))
}
