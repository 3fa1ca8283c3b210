import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BrokenMultipart, boundaryOf, readMultipart } from './multipart.ts'

type Field = { name: string; fileName: string | undefined; value: Buffer }

async function* inPieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
async function read(bytes: Buffer, boundary: string, length = 7): Promise<Field[]> {
  const fields: Field[] = []
  for await (const { name, fileName, data } of readMultipart(inPieces(bytes, length), boundary)) {
    const chunks: Buffer[] = []
    for await (const chunk of data) chunks.push(chunk)
    fields.push({ name, fileName, value: Buffer.concat(chunks) })
  }
  return fields
}
const disposition = ({ name, fileName }: Field) =>
  `content-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}`
const write = (fields: Field[], boundary: string) =>
  Buffer.concat([
    ...fields.flatMap((field) => [
      Buffer.from(`--${boundary}\r\n${disposition(field)}\r\n\r\n`),
      field.value,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

const boundary = 'b0undary'
/** Bytes that look much like delimiters, but never hold a whole one. */
const tricky = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '--', '--b0und', '\r\n--b0undar', 'x', '\0', 'é'))
  .map((parts) => Buffer.from(parts.join('').replaceAll(`\r\n--${boundary}`, '')))
const field = fc.record(
  {
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    fileName: fc.option(fc.stringMatching(/^[a-z. ]{0,12}$/), { nil: undefined }),
    value: tricky,
  },
  { noNullPrototype: true },
)

test('whatever was written is read again, however it is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 6 }), fc.integer({ min: 1, max: 90 }), async (fields, length) => {
      assert.deepEqual(await read(write(fields, boundary), boundary, length), fields)
    }),
  )
})

test('whatever is cut off at the end is told to be broken, at every place', async () => {
  const whole = write([{ name: 'file', fileName: 'a.pdf', value: Buffer.from('abc\r\n--b0und') }], boundary)
  for (let length = 0; length < whole.length - 2; length += 1)
    await assert.rejects(read(whole.subarray(0, length), boundary), BrokenMultipart)
})

test('no form of ours: another beginning, a nameless part, an endless head, hundreds of parts', async () => {
  const broken = [
    'x--b0undary\r\n',
    '--b0undary\r\ncontent-type: text/plain\r\n\r\nx\r\n--b0undary--',
    `--b0undary\r\ncontent-disposition: form-data; name="${'x'.repeat(5_000)}"\r\n\r\nx\r\n--b0undary--`,
    `${'--b0undary\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(60)}--b0undary--`,
    '--b0undaryx',
  ]
  for (const body of broken) await assert.rejects(read(Buffer.from(body), boundary), BrokenMultipart)
})

test('a sender who goes away leaves a broken form, not a failure', async () => {
  async function* leaving() {
    yield Buffer.from('--b0undary\r\ncontent-dis')
    throw new Error('aborted')
  }
  const reading = async () => {
    for await (const _ of readMultipart(leaving(), boundary));
  }
  await assert.rejects(reading(), BrokenMultipart)
})

test('the boundary is what the content type names, and nothing else is a form', () => {
  assert.equal(boundaryOf('multipart/form-data; boundary=----abc'), '----abc')
  assert.equal(boundaryOf('Multipart/Form-Data; boundary="a b"'), 'a b')
  for (const other of [
    undefined,
    '',
    'text/plain',
    'multipart/mixed; boundary=x',
    'multipart/form-data',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
  ])
    assert.equal(boundaryOf(other), undefined)
})
