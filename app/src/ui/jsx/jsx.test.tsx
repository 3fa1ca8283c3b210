import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createContext, useContext } from './context.ts'
import type { Child } from './element.ts'

test('no text of any kind leaves its place between tags or inside an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const html = String(
        <p title={text} aria-label={text}>
          {text}
        </p>,
      )
      const said = text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
      const plain = html.replace(/&(amp|lt|gt|quot);/g, (_, name) => `&#${codes[name as keyof typeof codes]};`)
      assert.equal(plain, `<p title="${said}" aria-label="${said}">${said}</p>`)
    }),
  )
})
const codes = { amp: 38, lt: 60, gt: 62, quot: 34 }

test('an address that would run code is left out, however it is spelled', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'java\nscript:x',
    '\u0001vbscript:x',
    'data:text/html,x',
  ]) {
    assert.equal(String(<a href={address}>x</a>), '<a>x</a>')
    assert.equal(String(<form action={address} />), '<form></form>')
    assert.equal(String(<video poster={address} />), '<video></video>')
    assert.equal(String(<object data={address} />), '<object></object>')
  }
  for (const address of [
    '/data:1',
    'https://example.go.id/javascript:',
    '#data',
    'mailto:a@b.example',
    '?q=javascript:',
  ]) {
    assert.match(String(<a href={address}>x</a>), /^<a href="/)
  }
})

test('neither handlers nor inline styles nor raw HTML can be written', () => {
  const given = (props: object) => () => String(<p {...props}>x</p>)
  assert.throws(given({ onclick: 'x' }), /onclick/)
  assert.throws(given({ style: 'color:red' }), /style/)
  for (const name of ['srcset', 'imagesrcset', 'ping', 'srcdoc', 'http-equiv'])
    assert.throws(given({ [name]: '/a' }), new RegExp(name))
  assert.throws(given({ 'a b': 'x' }), /a b/)
  assert.throws(given({ title: {} }), /title/)
  assert.throws(given({ dangerouslySetInnerHTML: { __html: '<b>' } }), /dangerouslySetInnerHTML/)
  assert.throws(() => String(<p>{{ html: '<b>' } as unknown as Child}</p>), /Object/)
})

test('a text that begins with a new line keeps it where the parser drops one', () => {
  assert.equal(String(<textarea>{'\na'}</textarea>), '<textarea>\n\na</textarea>')
  assert.equal(String(<pre>{'\n'}a</pre>), '<pre>\n\na</pre>')
  assert.equal(String(<p>{'\na'}</p>), '<p>\na</p>')
})

test('switches stand or fall, other truths are said, nothing is written for nothing', () => {
  assert.equal(
    String(<input required={true} disabled={false} aria-invalid={false} value={0} id={undefined} />),
    '<input required="" aria-invalid="false" value="0"/>',
  )
  assert.equal(String(<video controls={true} loop={false} muted={true} />), '<video controls="" muted=""></video>')
  assert.equal(
    String(
      <>
        {false}
        {null}
        {undefined}
        {0}
        {['a', <br />]}
      </>,
    ),
    '0a<br/>',
  )
})

test('what a provider gives ends with it, even when a component fails', () => {
  const Depth = createContext(0)
  const Said = () => <>{useContext(Depth)}</>
  const Failing = () => {
    throw new Error('no')
  }
  const nested = (
    <Depth.Provider value={1}>
      <Said />
      <Depth.Provider value={2}>
        <Said />
      </Depth.Provider>
      <Said />
    </Depth.Provider>
  )
  assert.equal(String(nested), '121')
  assert.throws(() =>
    String(
      <Depth.Provider value={9}>
        <Failing />
      </Depth.Provider>,
    ),
  )
  assert.equal(String(<Said />), '0')
})
