import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { testSite } from '#kernel/testing/site.ts'
import { dataPaths } from '#modules/opendata/paths.ts'
import { exampleDatabase, exampleNow } from '#world/testing/example.ts'
import { launchBrowser } from './browser.ts'

const db = await exampleDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now: exampleNow })
const browser = await launchBrowser()
after(() => browser.close())
const page = await browser.newPage()

const { rows } = await db.admin.pool.query<{ slug: string }>(
  `select slug from programmes where class = 'public' order by slug`,
)
const textOf = async (slug: string, lang: 'id' | 'en') => (await site.get(dataPaths.feed(slug), { lang })).text()

type Element = { name: string; space: string; text: string; attributes: Record<string, string>; children: Element[] }

/** In the browser: a document of XML as names, texts and attributes. */
const read = `(source) => {
  const element = (node) => ({
    name: node.localName,
    space: node.namespaceURI ?? '',
    text: node.textContent ?? '',
    attributes: Object.fromEntries([...node.attributes].map((one) => [one.name, one.value])),
    children: [...node.children].map(element),
  })
  const made = new DOMParser().parseFromString(source, 'application/xml')
  if (made.querySelector('parsererror')) throw new Error('not well-formed: ' + made.documentElement.textContent)
  return element(made.documentElement)
}`

/** The feed as the browser's XML parser reads it; what is not well-formed throws. */
const parsed = (text: string): Promise<Element> => page.evaluate(`(${read})(${JSON.stringify(text)})`)
const atomSpace = 'http://www.w3.org/2005/Atom'
const own = (element: Element, name: string) =>
  element.children.filter((one) => one.name === name && one.space === atomSpace)
function only(element: Element, name: string): Element {
  const found = own(element, name)
  assert.equal(found.length, 1, `${element.name} has one ${name}`)
  return found[0]!
}

const rfc3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
/** RFC 3987 in short: absolute, with a scheme. */
const absolute = (text: string) => assert.ok(URL.canParse(text) && !/\s/.test(text), text)
function dated(element: Element): number {
  const { text } = only(element, 'updated')
  assert.match(text, rfc3339)
  const at = Date.parse(text)
  assert.ok(Number.isFinite(at), text)
  return at
}
function linked(element: Element, rel: string): string {
  const links = own(element, 'link').filter(({ attributes }) => (attributes.rel ?? 'alternate') === rel)
  assert.equal(links.length, 1, `${element.name} has one link rel=${rel}`)
  absolute(links[0]!.attributes.href ?? '')
  return links[0]!.attributes.href!
}

test('the browser’s parser refuses what is not well-formed', async () => {
  for (const broken of ['<feed><title>a & b</title></feed>', '<feed>', '<feed a=1/>', '<a>\u0001</a>'])
    await assert.rejects(parsed(broken), /not well-formed/, broken)
})

test('every feed of the example is well-formed and keeps the rules of RFC 4287', async () => {
  assert.ok(rows.length > 0)
  let entries = 0
  for (const { slug } of rows)
    for (const lang of ['id', 'en'] as const) {
      const feed = await parsed(await textOf(slug, lang))
      assert.deepEqual([feed.name, feed.space], ['feed', atomSpace])
      absolute(only(feed, 'id').text)
      assert.ok(only(feed, 'title').text.trim())
      assert.ok(only(only(feed, 'author'), 'name').text.trim(), 'one author for every entry')
      const self = linked(feed, 'self')
      assert.ok(new URL(self).pathname.endsWith(dataPaths.feed(slug)), self)
      linked(feed, 'alternate')
      const told = own(feed, 'entry')
      entries += told.length
      const ids = told.map((entry) => {
        absolute(only(entry, 'id').text)
        assert.ok(only(entry, 'title').text.trim())
        assert.ok(linked(entry, 'alternate'))
        for (const { attributes } of own(entry, 'category')) assert.ok(attributes.term)
        return only(entry, 'id').text
      })
      assert.equal(new Set(ids).size, ids.length, 'ids are unique')
      const days = told.map(dated)
      assert.deepEqual(
        days,
        days.toSorted((a, b) => b - a),
        'the newest first',
      )
      assert.ok(
        days.every((day) => day <= dated(feed)),
        'the feed is as new as its newest entry',
      )
      const other = await parsed(await textOf(slug, lang === 'id' ? 'en' : 'id'))
      assert.deepEqual(
        own(other, 'entry').map((entry) => only(entry, 'id').text),
        ids,
        'ids stay',
      )
      for (const child of feed.children)
        assert.ok(['id', 'title', 'updated', 'author', 'link', 'entry'].includes(child.name), child.name)
    }
  assert.ok(entries > 10, `${entries} entries`)
})
