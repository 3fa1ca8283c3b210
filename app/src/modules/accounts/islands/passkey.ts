/**
 * Hands the browser's passkeys to forms that work by themselves: each `[data-passkey]` holds what the server asks
 * (JSON), a form that is shown only where there are passkeys, and a hidden field for the answer.
 */
type Json = Record<string, unknown>
type Credential = { id: string; type: string; rawId: ArrayBuffer; response: Record<string, unknown> }
type Field = { value: string }
type Part = {
  hidden: boolean
  textContent: string | null
  dataset: Record<string, string | undefined>
  querySelector(selector: string): Part | null
  addEventListener(name: string, act: (event: { preventDefault(): void }) => void): void
  submit(): void
}
type Browser = {
  PublicKeyCredential?: unknown
  document: { querySelectorAll(selector: string): Iterable<Part> }
  navigator: {
    credentials: Record<'get' | 'create', (options: { publicKey: unknown }) => Promise<Credential | null>>
  }
  atob(text: string): string
  btoa(text: string): string
}
const browser = globalThis as unknown as Browser

if (browser.PublicKeyCredential) for (const part of browser.document.querySelectorAll('[data-passkey]')) open(part)

function open(part: Part): void {
  const find = (selector: string) => part.querySelector(selector) as Part
  const failed = find('[data-passkey-failed]')
  const answer = find('[data-passkey-answer]') as unknown as Field
  const form = find('form')
  find('[data-passkey-without]').hidden = true
  find('[data-passkey-with]').hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    failed.textContent = ''
    ask(part.dataset.passkey as 'get' | 'create', JSON.parse(part.dataset.options ?? '{}')).then(
      (given) => {
        answer.value = JSON.stringify(given)
        form.submit()
      },
      () => {
        failed.textContent = failed.dataset.passkeyFailed ?? ''
      },
    )
  })
}

async function ask(act: 'get' | 'create', options: Json): Promise<Json> {
  const credential = await browser.navigator.credentials[act]({ publicKey: decoded(options) })
  if (!credential) throw new Error('no passkey')
  return described(credential)
}

/** The same with bytes where the browser wants bytes. */
function decoded(options: Json): Json {
  const listed = (list: unknown) => ((list ?? []) as Json[]).map((one) => ({ ...one, id: bytes(one.id) }))
  const user = options.user as Json | undefined
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(user ? { user: { ...user, id: bytes(user.id) } } : {}),
    allowCredentials: listed(options.allowCredentials),
    excludeCredentials: listed(options.excludeCredentials),
  }
}

/** The answer as JSON; done by hand, since not every browser in use can. */
function described({ id, type, rawId, response }: Credential): Json {
  const parts = ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle', 'attestationObject']
  const inside: Json = {}
  for (const name of parts) {
    const value = response[name]
    if (value instanceof ArrayBuffer) inside[name] = text(value)
  }
  const transports = (response as { getTransports?(): string[] }).getTransports?.()
  if (transports) inside.transports = transports
  return { id, type, rawId: text(rawId), response: inside }
}

function bytes(value: unknown): Uint8Array {
  const plain = browser.atob(String(value).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function text(value: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(value))
  return browser.btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
