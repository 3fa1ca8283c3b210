import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Example } from './example.ts'
import { examples } from './examples.ts'
import { Facts } from './facts.tsx'
import { TextField } from './fields.tsx'
import { FormPage } from './form.tsx'
import { field } from './form-state.ts'
import { Page, renderPage } from './frame.tsx'
import { GalleryPage } from './gallery.tsx'
import type { JSX } from './jsx/jsx-runtime.ts'
import { type Lang, languages } from './language.ts'
import { pagesAround } from './pagination.tsx'
import { ExternalLink, Recorded } from './text.tsx'
import { LangContext, type View } from './view.ts'

const all = examples.flatMap((group) => group.examples)

for (const lang of languages) {
  for (const example of all) {
    test(`${example.name} (${lang}) says only what it means, and to everyone`, () => {
      const html = render(example, lang)
      assert.doesNotMatch(html, /undefined|\[object Object\]|NaN|Infinity/)
      assert.doesNotMatch(html, / style=|<script|<style| on[a-z]+=/, 'the content security policy would refuse it')
      assert.deepEqual(repeated(ids(html)), [])
      assert.deepEqual(picturesWithoutTitle(html), [])
      assert.deepEqual(unlabelled(html), [])
      assert.deepEqual(dangling(html), [], 'labelled or described by something that is not there')
    })
  }
}

test('the gallery is one document whose ids are unique', () => {
  const html = renderPage(<GalleryPage view={viewIn('id')} />)
  assert.match(html, /^<!doctype html><html lang="id"/)
  assert.deepEqual(repeated(ids(html)), [])
})

test('hostile text stays text', () => {
  const hostile = '"><script>alert(1)</script>'
  const html = renderPage(
    <Page view={{ ...viewIn('id'), place: hostile }} title={hostile} breadcrumbs={[{ href: '/a', label: hostile }]}>
      <Facts items={[{ label: hostile, value: hostile }]} />
      <TextField name={hostile} label={hostile} value={hostile} error={hostile} />
    </Page>,
  )
  assert.doesNotMatch(html, /<script/)
})

test('a refused form says how many fields to mend, keeps what was typed and leads to each field', () => {
  const state = { values: { tahun: '94' }, errors: { tahun: 'Tahun harus empat angka, misalnya 1994' } }
  const html = renderPage(
    <FormPage view={viewIn('id')} title="Lahir" state={state} submit="Kirim" action="/x" formKey="k" version={7}>
      <TextField {...field(state, 'tahun')} label="Tahun" />
    </FormPage>,
  )
  assert.match(html, /<title>Ada 1 isian yang perlu diperbaiki: Lahir – Mufakat/)
  assert.match(html, /href="#f-tahun"/)
  assert.match(html, /<input[^>]*id="f-tahun"[^>]*value="94"[^>]*aria-invalid="true"/)
  assert.match(html, /name="_key" value="k"/)
  assert.match(html, /name="_version" value="7"/)
})

test('a form refused as a whole does not blame a field', () => {
  const state = { values: {}, errors: { '': 'Tugas ini sudah diserahkan.' } }
  const html = renderPage(
    <FormPage view={viewIn('id')} title="Serahkan" state={state} submit="Kirim" action="/x" formKey="k">
      <TextField {...field(state, 'alasan')} label="Alasan" />
    </FormPage>,
  )
  assert.match(html, /<title>Belum bisa dikirim: Serahkan/)
  assert.match(html, /<b>Tugas ini sudah diserahkan\.<\/b>/)
  assert.doesNotMatch(html, /aria-invalid/)
})

test('a record keeps the language it was written in', () => {
  const inEnglish = <Recorded lang="en">Publish the inventory</Recorded>
  assert.match(
    renderPage(
      <Page view={viewIn('id')} title="x">
        {inEnglish}
      </Page>,
    ),
    /<span lang="en">Publish/,
  )
  assert.match(
    renderPage(
      <Page view={viewIn('en')} title="x">
        {inEnglish}
      </Page>,
    ),
    /<span>Publish/,
  )
})

test('a typed address leads out only over http or mail', () => {
  const html = renderPage(
    <Page view={viewIn('id')} title="x">
      <ExternalLink href={'java' + 'script:alert(1)'} />
      <ExternalLink href="https://example.go.id/a" />
    </Page>,
  )
  assert.doesNotMatch(html, /href="javascript/)
  assert.match(html, /href="https:\/\/example\.go\.id\/a"/)
})

test('the language switch keeps the query', () => {
  const html = renderPage(<Page view={{ ...viewIn('id'), path: '/programmes?q=air&page=2' }} title="Program" />)
  assert.match(html, /href="\/programmes\?q=air&amp;page=2&amp;lang=en"/)
})

test('a page with a component that waits is refused, not sent half', () => {
  const Late = (async () => <p>late</p>) as unknown as () => JSX.Element
  assert.throws(
    () =>
      renderPage(
        <Page view={viewIn('id')} title="x">
          <Late />
        </Page>,
      ),
    /not \[object Promise\]/,
  )
})

test('a long list shows its first, last and neighbouring pages', () => {
  assert.deepEqual(pagesAround(1, 3), [1, 2, 3])
  assert.deepEqual(pagesAround(7, 43), [1, null, 6, 7, 8, null, 43])
  assert.deepEqual(pagesAround(4, 43), [1, 2, 3, 4, 5, null, 43])
})

function render(example: Example, lang: Lang): string {
  return (<LangContext.Provider value={lang}>{example.render(lang)}</LangContext.Provider>).toString()
}

function viewIn(lang: Lang): View {
  return {
    lang,
    path: '/gallery',
    place: 'Kabupaten Mekarsari',
    nav: [{ href: '/programmes', label: 'Program' }],
    now: new Date('2026-11-24T03:00:00Z'),
    today: '2026-11-24',
    assets: { css: '/assets/theme.css' },
  }
}

function ids(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!)
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function picturesWithoutTitle(html: string): string[] {
  const pictures = [...html.matchAll(/<svg[^>]*role="img"[^>]*>.*?<\/svg>/gs)].map((match) => match[0])
  return pictures.filter((svg) => !/<title id="[^"]+">[^<]+<\/title>/.test(svg))
}

function unlabelled(html: string): string[] {
  const inputs = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map((match) => match[0])
  return inputs
    .filter((input) => !/type="hidden"/.test(input))
    .filter((input) => {
      const id = / id="([^"]+)"/.exec(input)?.[1]
      return !id || !html.includes(`for="${id}"`)
    })
}

function dangling(html: string): string[] {
  const known = new Set(ids(html))
  const named = [...html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]*)"/g)]
  return named.flatMap((match) => match[1]!.split(' ')).filter((id) => !known.has(id))
}
