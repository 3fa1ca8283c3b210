import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'mufakat_' })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'mufakat_http_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    }),
    storedPages: new Counter({
      name: 'mufakat_stored_pages_total',
      help: 'Anonymous pages answered from the store, by result',
      labelNames: ['result'],
      registers,
    }),
    operations: new Counter({
      name: 'mufakat_operations_total',
      help: 'Operations by name and outcome',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    deadLetters: new Gauge({
      name: 'mufakat_dead_letters',
      help: 'Events that a follower could not digest',
      labelNames: ['follower'],
      registers,
    }),
    sequencerLag: new Gauge({
      name: 'mufakat_unnumbered_events',
      help: 'Committed events that have no number yet',
      registers,
    }),
    logBehind: new Gauge({
      name: 'mufakat_log_behind_events',
      help: 'Numbered events that are not in the public log yet',
      registers,
    }),
    logWitnesses: new Gauge({
      name: 'mufakat_log_witnesses',
      help: 'Witnesses that cosigned when they were asked last',
      registers,
    }),
    keysOpen: new Gauge({
      name: 'mufakat_keys_open',
      help: '1 while the keys database answers and the key-encryption key opens it',
      registers,
    }),
    filesOpen: new Gauge({
      name: 'mufakat_files_open',
      help: '1 while the file storage answers, and the virus scanner where there is one',
      registers,
    }),
    logRefuses: new Gauge({
      name: 'mufakat_log_refuses',
      help: '1 while the public log is not signed, because database and secrets folder do not agree',
      registers,
    }),
  }
}
