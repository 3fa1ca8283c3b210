import type { z } from 'zod'
import { type Problem, problem } from './outcome.ts'
import type { Text } from './reason.ts'
import { kernelWords } from './words.ts'

type Issue = z.core.$ZodIssue
type KernelWords = (typeof kernelWords)['id']

/** A schema's own sentence: `z.string().refine(check, says(text))`. */
export function says(text: Text): { params: { says: Text } } {
  return { params: { says: text } }
}

/** Zod's findings as sentences that say how to mend them, in both languages. */
export function problemsOf(error: z.ZodError): Problem[] {
  const found = new Map<string, Problem>()
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    if (!found.has(field)) found.set(field, problem(field, codeOf(issue), sentence(issue)))
  }
  return [...found.values()]
}

/** Fields with NUL in their text: the database holds none. */
export function unstorable(input: unknown, field = ''): Problem[] {
  if (typeof input === 'string') {
    return input.includes('\0') ? [problem(field, 'unstorable', (lang) => kernelWords[lang].notUnderstood)] : []
  }
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return []
  return Object.entries(input).flatMap(([name, value]) => unstorable(value, field ? `${field}.${name}` : name))
}

function codeOf(issue: Issue): string {
  return missing(issue) ? 'required' : issue.code.replaceAll('_', '-')
}

function missing(issue: Issue): boolean {
  return (
    (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) ||
    (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) <= 1)
  )
}

function sentence(issue: Issue): Text {
  if (issue.code === 'custom' && issue.params?.says) return issue.params.says as Text
  const say =
    (pick: (words: KernelWords) => string): Text =>
    (lang) =>
      pick(kernelWords[lang])
  if (missing(issue)) return say((words) => words.required)
  if (issue.code === 'too_small') return say((words) => small(words, issue))
  if (issue.code === 'too_big') return say((words) => big(words, issue))
  if (issue.code === 'invalid_format') return say((words) => format(words, issue.format))
  if (issue.code === 'invalid_value') return say((words) => words.notAChoice)
  if (issue.code === 'unrecognized_keys') return say((words) => words.unknownField(issue.keys.join(', ')))
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return say((words) => words.notANumber)
  }
  return say((words) => words.notUnderstood)
}

function small(words: KernelWords, issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return words.tooShort(Number(issue.minimum))
  if (issue.origin === 'array') return words.tooFew(Number(issue.minimum))
  return words.tooSmall(String(issue.minimum))
}

function big(words: KernelWords, issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return words.tooLong(Number(issue.maximum))
  if (issue.origin === 'array') return words.tooMany(Number(issue.maximum))
  return words.tooBig(String(issue.maximum))
}

function format(words: KernelWords, name: string): string {
  if (name === 'date') return words.notADate
  if (name === 'email') return words.notAnEmail
  if (name === 'url') return words.notAUrl
  if (name === 'uuid') return words.notAnId
  return words.notUnderstood
}
