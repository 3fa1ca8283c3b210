import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileStore } from '../files.ts'
import { diskFiles } from './disk.ts'
import { s3Files } from './s3.ts'

/** In the bucket that the environment names, else below the data folder. */
export function openFiles({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): FileStore {
  const folder = join(dataDir, 'files')
  return s3 ? s3Files(s3, { waiting: join(folder, 'waiting') }) : diskFiles(folder)
}
