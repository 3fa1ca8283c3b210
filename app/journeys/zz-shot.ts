import { launchBrowser, openContext } from './browser.ts'
const b = await launchBrowser(); const origin = 'http://127.0.0.1:3100'
const [, , cookie, ...paths] = process.argv
for (const width of [360, 1280]) { const c = await openContext(b, origin, { width, lang: 'id', scripts: false, cookie: cookie === '-' ? undefined : { name: cookie!.split('=')[0]!, value: cookie!.split('=').slice(1).join('=') } }); const p = await c.newPage()
 let i = 0; for (const path of paths) { await p.goto(origin + path); await p.screenshot({ path: `/tmp/shot-${i++}-${width}.png`, fullPage: true }); console.log(width, path, await p.evaluate('[document.documentElement.scrollWidth, document.documentElement.scrollHeight].join()')) } await c.close() }
await b.close()
