import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { quantile, show } from '../../bin/figures.ts'

type Answer = { status: number; bytes: number; text: string; ms: number }

function ask(url: string, cookie = ''): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip', cookie } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const text = plain(body, response.headers['content-encoding']).toString()
        resolve({ status: response.statusCode!, bytes: body.length, text, ms: performance.now() - began })
      })
    }).on('error', reject)
  })
}

function plain(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'gzip' ? gunzipSync(body) : body
}

/** Everything a first visit to the programme's page brings over the line. */
export async function benchFirstVisit(origin: string): Promise<void> {
  const page = await ask(`${origin}/programmes/stunting`)
  const linked = [...page.text.matchAll(/<link[^>]+(?:href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  const css = linked.find((path) => path.endsWith('.css'))!
  const style = await ask(origin + css)
  const fromStyle = [...style.text.matchAll(/url\(([^)]+\.(?:woff2|svg))\)/g)].map(
    (match) => new URL(match[1]!, origin + css).pathname,
  )
  let bytes = page.bytes
  // The pattern is only behind the hero of the home page, but is counted all the same.
  for (const path of new Set([...linked, ...fromStyle])) bytes += (await ask(origin + path)).bytes
  const scripts = page.text.match(/<script/g)?.length ?? 0
  show({ name: 'first visit, transferred', value: bytes / 1024, unit: 'KB', goal: 60, better: 'less' })
  show({ name: 'first visit, scripts', value: scripts, unit: 'scripts', goal: 0, better: 'less' })
}

/** Searched and paginated, as a visitor, without the store; the search word differs each time. */
export async function benchTaskList(origin: string, slug: string): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const query = new URLSearchParams({
      q: ['posyandu', 'air', 'gizi', `tugas ${round * 7}`][round % 4]!,
      // A single task has one page; the list leads whoever asks beyond its last page back to it.
      page: String(round % 4 === 3 ? 1 : 1 + (round % 5)),
    })
    const answer = await ask(`${origin}/programmes/${slug}/tasks?${query}`)
    if (answer.status !== 200) throw new Error(`the list answered ${answer.status}`)
    if (round >= 10) times.push(answer.ms)
  }
  show({
    name: 'list of 10,000 tasks searched and paginated, p95',
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: 50,
    better: 'less',
  })
  show({ name: 'list of 10,000 tasks searched and paginated, p50', value: quantile(times, 0.5), unit: 'ms' })
}

/** One observation after another, from the form's post to the answer. */
export async function benchOperation(origin: string, cookie: string): Promise<void> {
  const list = await ask(`${origin}/programmes/stunting/objectives`, cookie)
  const objective = list.text.match(/\/programmes\/stunting\/objectives\/[0-9a-f-]{36}/)![0]
  const page = await ask(origin + objective, cookie)
  const form = page.text.match(/\/programmes\/stunting\/measures\/[0-9a-f-]{36}\/observations\/new/)![0]
  const times: number[] = []
  for (let round = 0; round < 220; round += 1) {
    const body = new URLSearchParams({ observedOn: '2026-01-15', value: String(round), _key: randomUUID() })
    const began = performance.now()
    const response = await fetch(origin + form, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin, cookie },
    })
    await response.arrayBuffer()
    if (response.status !== 303) throw new Error(`the operation answered ${response.status}`)
    if (round >= 20) times.push(performance.now() - began)
  }
  show({
    name: 'one operation, form to answer, p50',
    value: quantile(times, 0.5),
    unit: 'ms',
    goal: 10,
    better: 'less',
  })
  show({ name: 'one operation, form to answer, p95', value: quantile(times, 0.95), unit: 'ms' })
}
