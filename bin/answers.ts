// Writes app/src/answers.json, what every read and operation answers, from their types: `npm run answers`; with --verify it only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { API } from 'typescript/unstable/sync'
import { type Declared, declaredIn } from './answers/find.ts'
import { Writer } from './answers/json-schema.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'app/src/answers.json')
const { text, problems } = answersOf()
if (problems.length > 0) fail(`${problems.join('\n')}\nJSON answers are described from their types: mend these first.`)
if (!process.argv.includes('--verify')) writeFileSync(out, text)
else if (text !== readFileSync(out, 'utf8'))
  fail('app/src/answers.json is not what the types of reads and operations say: run `npm run answers`.')

function answersOf() {
  const api = new API({ cwd: root })
  try {
    const project = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects()[0]!
    const { checker, program } = project
    const files = program.getSourceFileNames().filter((name) => /\/app\/src\/.*(?<!\.test)\.tsx?$/.test(name))
    const declared = files.sort().flatMap((name) => declaredIn(checker, program.getSourceFile(name)!))
    const sections = declared.filter(({ kind }) => kind === 'section').sort(byName)
    const writer = new Writer(checker, {
      SectionAnswers: () => {
        const properties = sections.map(({ name, type }) => [name, writer.schemaOf(type!, `section ${name}`)])
        return { type: 'object', properties: Object.fromEntries(properties) }
      },
    })
    const answers: Record<string, object> = {}
    for (const { name, type, ...rest } of declared.filter(({ kind }) => kind !== 'section').sort(byName)) {
      if (answers[name]) writer.problems.push(`${name}: two reads or operations have this name`)
      if (!type) writer.problems.push(`${name}: the type of its answer is not known`)
      else answers[name] = { ...rest, schema: writer.schemaOf(type, name) }
    }
    const schemas = Object.fromEntries([...writer.schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { text: `${JSON.stringify({ schemas, answers }, null, 1)}\n`, problems: writer.problems }
  } finally {
    api.close()
  }
}

function byName(a: Declared, b: Declared): number {
  return a.name < b.name ? -1 : 1
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
