import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { detectorOf } from './catalogue/catalogue.ts'
import type { DetectorReading, SeverityOf } from './detector.ts'
import { turnOf } from './life-cycle.ts'
import {
  changeSeverity,
  clearObstacle,
  type OpenObstacle,
  openObstacle,
  openObstacles,
  outcomesOf,
  type Turning,
} from './store/obstacles.ts'

type Turned = { fired: string[]; cleared: string[] }

/** What a weekly evaluation does to the obstacles of its programme. `lastId`: the weekly evaluation before it. */
export async function turnObstacles(
  tx: Tx,
  actor: Actor,
  turning: Turning,
  readings: readonly DetectorReading[],
  lastId: string | undefined,
): Promise<Turned> {
  const open = new Map((await openObstacles(tx, turning.programmeId)).map((one) => [one.detector, one]))
  const before = lastId ? await outcomesOf(tx, lastId) : new Map()
  const turned: Turned = { fired: [], cleared: [] }
  for (const reading of readings) {
    const known = open.get(reading.detector)
    const turn = turnOf(known !== undefined, before.get(reading.detector), reading)
    if (turn === 'fires') {
      await fire(tx, actor, turning, reading)
      turned.fired.push(reading.detector)
    } else if (known && turn === 'clears') {
      await clearObstacle(tx, turning, known, reading.value)
      await tell(tx, actor, turning, 'obstacle.cleared', known.id, known.version + 1, reading)
      turned.cleared.push(reading.detector)
    } else if (known && reading.severity !== null && reading.severity !== known.severity) {
      await change(tx, actor, turning, known, { ...reading, severity: reading.severity })
    }
  }
  return turned
}

async function fire(tx: Tx, actor: Actor, turning: Turning, reading: DetectorReading) {
  const keys = detectorOf(reading.detector)!.mitigations.map((one) => one.key)
  const id = await openObstacle(tx, turning, { ...reading, severity: reading.severity! }, keys)
  await tell(tx, actor, turning, 'obstacle.fired', id, 1, reading)
}

type Judged = DetectorReading & { severity: SeverityOf }

async function change(tx: Tx, actor: Actor, turning: Turning, known: OpenObstacle, reading: Judged) {
  await changeSeverity(tx, turning, known, reading)
  await tell(tx, actor, turning, 'obstacle.changed', known.id, known.version + 1, reading)
}

async function tell(
  tx: Tx,
  actor: Actor,
  turning: Turning,
  name: string,
  id: string,
  version: number,
  { detector, severity, value }: DetectorReading,
) {
  await appendEvent(tx, actor, turning.now, {
    name,
    programmeId: turning.programmeId,
    ownerId: turning.ownerId,
    class: turning.class,
    subjectKind: 'obstacle',
    subjectId: id,
    subjectVersion: version,
    payload: { detector, severity, value, at: turning.at },
  })
}
