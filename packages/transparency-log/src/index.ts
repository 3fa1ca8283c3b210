export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
export { decodeBundle, encodeBundle, MAX_ENTRY_BYTES } from './bundle.ts'
export { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export { withCosignatures } from './cosigned.ts'
export { type Disclosure, fieldDigest, formatDisclosure, parseDisclosure } from './field.ts'
export { Frontier, type Tile } from './frontier.ts'
export { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts'
export {
  formatSkey,
  formatVkey,
  type KeyType,
  parseSkey,
  parseVkey,
  type SigningKey,
  signingKey,
  type VerifierKey,
} from './key.ts'
export { type Appended, createLog, type LogOptions, openLog, TransparencyLog } from './log.ts'
export { formatNote, type Note, openNote, parseNote, signNote, type VerifiedSignature } from './note.ts'
export { type OpenedCheckpoint, openCheckpoint } from './open-checkpoint.ts'
export { isQuorum, openByPolicy, type Policy, parsePolicy, type Quorum } from './policy.ts'
export { proveConsistency, proveInclusion, rootAt } from './prove.ts'
export { type ReadObject, readBundle, readTile } from './read-tile.ts'
export { formatReceipt, makeReceipt, parseReceipt, type Receipt, verifyReceipt } from './receipt.ts'
export {
  erasureEntry,
  isDisclosureOf,
  type RandomBytes,
  type RecordDraft,
  type Redaction,
  redactionEntry,
  type SealedRecord,
  sealRecord,
} from './record.ts'
export { type LogStorage, MemoryStorage, type StateStorage } from './storage.ts'
export { isSuperseded, parseTilePath, type TileAddress, tilePath, tileWidth } from './tile-path.ts'
export { type Checked, type LogSource, nothingChecked, type VerifiedLog, verifyLog } from './verify-log.ts'
export { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './verify-proof.ts'
export { originId, Witness, type WitnessAnswer, type WitnessOptions } from './witness.ts'
