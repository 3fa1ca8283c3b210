import type { App } from '#kernel/web/request.ts'

type Site = { app: App; deps: { config: { BASE_URL: string } } }

/** A browser before the application: keeps cookies, sends forms from our own pages, comes from an address. */
export function browser(site: Site, address = '203.0.113.7') {
  const jar = new Map<string, string>()
  const origin = site.deps.config.BASE_URL
  const env = { incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } } }
  const send = async (path: string, init: { method: string; body?: string; headers?: Record<string, string> }) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin, 'user-agent': 'Mozilla/5.0 (Android 15) Firefox/140.0', ...init.headers }
    const response = await site.app.request(`${origin}${path}`, { ...init, headers }, env)
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    return response
  }
  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return {
    jar,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { method: 'GET', headers }),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, form(fields, headers)),
    /** Posts, and again the same body wherever a 307 sends it, as browsers do; says where it ended. */
    async postOn(path: string, fields: Record<string, string>) {
      let at = path
      for (;;) {
        const response = await send(at, form(fields))
        if (response.status !== 307) return { at, response }
        at = response.headers.get('location')!
      }
    },
  }
}

function keep(jar: Map<string, string>, line: string) {
  const [pair = '', ...attributes] = line.split('; ')
  const [name = '', value = ''] = pair.split('=')
  if (attributes.includes('Max-Age=0') || value === '') jar.delete(name)
  else jar.set(name, value)
}

export type Browser = ReturnType<typeof browser>
