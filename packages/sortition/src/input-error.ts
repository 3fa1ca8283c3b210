/** The input is wrong: the message names the file, the line (1 is the first) and what was expected. */
export class InputError extends Error {
  constructor(file: string, line: number | undefined, message: string) {
    super(line === undefined ? `${file}: ${message}` : `${file} line ${line}: ${message}`)
    this.name = 'InputError'
  }
}
