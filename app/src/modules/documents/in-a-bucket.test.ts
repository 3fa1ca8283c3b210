import { s3Server } from '#kernel/testing/s3-server.ts'

// The tests of documents once more, with an S3 server in place of the disk.
process.env.MUFAKAT_TEST_FILES = await s3Server()
await import('./documents.test.ts')
await import('./broken-uploads.test.ts')
await import('./attacks.test.ts')
await import('./sweep.test.ts')
