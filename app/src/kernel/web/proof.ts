import type { Ctx } from './request.ts'

/** Where a person proves again who they are; `to` is an address of ours, without anything that was typed. */
export function proofPath(to: string): string {
  return `/work/proof?to=${encodeURIComponent(to)}`
}

/** The browser sends the same request there, the typed form included, and from there back again once it is proved. */
export function askForProof(c: Ctx): Response {
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(proofPath(pathname + search), c.req.method === 'GET' ? 303 : 307)
}
