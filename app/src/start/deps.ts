import { pino } from 'pino'
import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/database.ts'
import { openFiles } from '#kernel/files/open.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { readWrappingKeys } from '#kernel/keys/wrapping-key.ts'
import { clamav, scannerPlace } from '#kernel/virus-scanner.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { PageStore } from '#kernel/web/page-store.ts'
import type { Deps } from '#kernel/web/request.ts'
import { readAssets } from './assets.ts'
import type { Place } from './databases.ts'
import { installationSecret } from './secrets.ts'

export function createDeps(config: Config, place: Place): Deps {
  const { direct: keepStatements } = place
  const keys = openKeys({ url: place.keys.url, wrapping: () => readWrappingKeys(config.dataDir) })
  const db = connect(place.appUrl, { max: 12, keepStatements, onePlan: keepStatements, keys })
  return {
    config,
    db,
    jobs: connect(place.jobsUrl, { max: 6, keepStatements, keys }),
    clock: () => new Date(),
    log: pino({ level: config.LOG_LEVEL, base: undefined }),
    metrics: createMetrics(),
    pages: new PageStore(db.kysely),
    files: openFiles(config),
    ...(config.MUFAKAT_CLAMAV ? { scanner: clamav(scannerPlace(config.MUFAKAT_CLAMAV)!) } : {}),
    assets: readAssets().urls,
    secret: installationSecret(config),
  }
}

export async function closeDeps(deps: Deps): Promise<void> {
  await Promise.all([deps.db.close(), deps.jobs.close(), deps.db.keys.close()])
}
