import { s3Server } from '#kernel/testing/s3-server.ts'

// The tests of archives once more, with an S3 server in place of the disk.
process.env.MUFAKAT_TEST_FILES = await s3Server()
await import('./archives.test.ts')
