export { conversation, type CastVote, type Conversation, type Statement, type Vote, type VoteColumns } from './votes.ts'
export { drawMap, updateMap, DEFAULT_SETTINGS, type MapSettings, type OpinionMap } from './map.ts'
export type { MapMemory } from './memory.ts'
