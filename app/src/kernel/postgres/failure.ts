/** A start that cannot go on. Its message is one line that an operator can act on; no stack is of use. */
export class PostgresFailure extends Error {
  override name = 'PostgresFailure'
}

/** The last line of a program's output that says why it gave up. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error:/.test(line))
  return (telling.at(-1) ?? lines.at(-1) ?? 'no message').replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').trim()
}
