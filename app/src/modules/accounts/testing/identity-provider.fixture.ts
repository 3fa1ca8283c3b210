// A real OpenID provider in a process of its own. `POST /lie` makes its next ID tokens lie in one way.
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'

const [redirectUri = '', home = ''] = process.argv.slice(2)
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
let lie = ''

const configuration: Configuration = {
  clients: [
    {
      client_id: 'mufakat',
      client_secret: 'rahasia-klien-untuk-uji',
      redirect_uris: [redirectUri],
      post_logout_redirect_uris: [home],
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'uji', alg: 'RS256', use: 'sig' } as never] },
  cookies: { keys: ['kunci-kuki-untuk-uji'] },
  claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], email: ['email', 'email_verified'] },
  acrValues: ['urn:contoh:dua-faktor'],
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id.split('.')[0]}@dinkes.example`,
      email_verified: !id.endsWith('.unverified'),
    }),
  }),
  async loadExistingGrant(ctx) {
    const { client, session, params } = ctx.oidc
    const grant = new ctx.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! })
    grant.addOIDCScope(String(params?.scope ?? 'openid'))
    await grant.save()
    return grant
  },
}

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration)
  provider.use(async (ctx, next) => {
    if (ctx.path === '/lie') {
      lie = String(ctx.query.kind ?? '')
      ctx.body = 'ok'
      return
    }
    if (ctx.path.startsWith('/interaction/')) {
      const { login, acr, amr } = ctx.query
      const result = { login: { accountId: String(login), acr: acr as string, amr: amr ? [String(amr)] : undefined } }
      await provider.interactionFinished(ctx.req, ctx.res, result as never, { mergeWithLastSubmission: false })
      ctx.respond = false
      return
    }
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (ctx.path === '/token' && lie && body?.id_token) body.id_token = lying(body.id_token)
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  console.log(issuer)
})

function lying(token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
  const now = Math.floor(Date.now() / 1000)
  if (lie === 'nonce') claims.nonce = 'orang lain'
  if (lie === 'audience') claims.aud = 'aplikasi-lain'
  if (lie === 'issuer') claims.iss = 'https://evil.example'
  if (lie === 'expired') Object.assign(claims, { iat: now - 7200, exp: now - 3600 })
  if (lie === 'old login') claims.auth_time = now - 3600
  const head = lie === 'unsigned' ? { alg: 'none' } : { alg: 'RS256', kid: 'uji' }
  const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  if (lie === 'unsigned') return `${text}.`
  const key = lie === 'foreign key' ? stranger : privateKey
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}
