import { join } from 'node:path'

/** Arguments of Node that run one of our programs, named by its source, in a process of its own: npm test has packed it. */
export function program(source: string): string[] {
  const packed = process.env.MUFAKAT_TEST_PROGRAMS
  if (!packed) throw new Error('MUFAKAT_TEST_PROGRAMS is not set: run the tests with npm test')
  return ['--enable-source-maps', join(packed, source.replace(/\.ts$/, '.mjs'))]
}
