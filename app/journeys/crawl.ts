/** A route pattern such as /programmes/:slug/tasks/:id and the addresses found for it. */
export type Found = Map<string, Set<string>>

/**
 * Follows every own link from some pages on, and sorts what it finds under the routes that the application mounted,
 * until each of `sought` is found or nothing is left to follow.
 */
export async function crawl(
  origin: string,
  cookie: string,
  { starts, most: mostEach }: { starts: string[]; most: number },
  patterns: string[],
  sought: string[],
): Promise<Found> {
  const found: Found = new Map(patterns.map((pattern) => [pattern, new Set()]))
  const waiting = [...starts]
  const seen = new Set<string>()
  while (waiting.length > 0 && sought.some((pattern) => found.get(pattern)!.size === 0)) {
    const path = waiting.shift()!
    if (seen.has(path)) continue
    seen.add(path)
    const pattern = patternOf(path, patterns)
    if (!pattern) continue
    const kept = found.get(pattern)!
    // Some of each programme, since what may be done differs between them.
    const sameKind = [...kept].filter((one) => one.split('/')[2] === path.split('/')[2])
    if (sameKind.length >= mostEach || kept.size >= mostEach * 3) continue
    // Past the browser: what it asks for and does with a page is not looked at here.
    const response = await fetch(origin + path, {
      redirect: 'manual',
      headers: { cookie, 'accept-encoding': 'identity' },
    })
    // What only leads on, such as one's own list to a secret link, is followed; to the sign-in everything would lead.
    const onward = response.headers.get('location')
    if (response.status === 303 && onward?.startsWith('/') && !onward.startsWith('/sign-in')) {
      kept.add(path)
      waiting.push(onward)
    }
    const html = await response.text()
    if (response.status !== 200) continue
    kept.add(path)
    for (const href of linksIn(html)) if (!seen.has(href)) waiting.push(href)
  }
  return found
}

/** The pattern with the fewest parameters that fits, so that /programmes/new is not taken for a programme. */
export function patternOf(path: string, patterns: string[]): string | undefined {
  const parts = path.split('?')[0]!.split('/')
  const fitting = patterns.filter((pattern) => {
    const wanted = pattern.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    )
  })
  return fitting.sort((a, b) => parameters(a) - parameters(b))[0]
}

function parameters(pattern: string): number {
  return pattern.split(':').length
}

export function linksIn(html: string): string[] {
  const hrefs = [...html.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
  return hrefs.filter((href) => !/^\/(assets|api\/v1)|lang=|\.(svg|css|json|jsonld|ttl|atom)/.test(href))
}
