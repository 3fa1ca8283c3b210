import { postOutside } from '#kernel/outside/post.ts'
import { formatAddCheckpoint, proveConsistency, type ReadObject } from '#packages/transparency-log'
import { checkpointIn } from '../store/days.ts'
import type { Witness } from './witness-list.ts'

const mostTries = 3

/**
 * Asks a witness to cosign a checkpoint; resolves with its signature lines. `known`: the size it cosigned last, as far
 * as we know; it tells when that is another one, and the proof is made anew from there.
 */
export async function askWitness(
  witness: Witness,
  checkpoint: Uint8Array,
  read: ReadObject,
  known: number,
): Promise<string> {
  const { size } = checkpointIn(checkpoint)
  let old = known
  for (let tries = 0; tries < mostTries; tries++) {
    const proof = await proveConsistency(read, old, size)
    const body = formatAddCheckpoint({ old, proof, checkpoint })
    const answer = await postOutside(witness.url, body, { loopback: witness.loopback })
    if (answer.status === 200) return answer.body
    const told = answer.status === 409 ? /^(0|[1-9][0-9]{0,15})\n$/.exec(answer.body)?.[1] : undefined
    if (told === undefined) throw new Error(`${witness.key.name} answered ${answer.status}`)
    if (Number(told) > size) throw new Error(`${witness.key.name} has cosigned ${told} entries, this log has ${size}`)
    old = Number(told)
  }
  throw new Error(`${witness.key.name} changed its size ${mostTries} times in a row`)
}
