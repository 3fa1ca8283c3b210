import { readFileSync } from 'node:fs'
import { count, explain, optionsFor, profileOf, readPabulib } from '../src/index.ts'

const election = readPabulib(readFileSync(new URL('village.pb', import.meta.url), 'utf8'))
const profile = profileOf(election)
const outcome = count(profile, optionsFor(election))

console.log(outcome.selected.map((p) => election.projects[p]?.id))
console.log(explain(profile, outcome)[4]?.fate)
