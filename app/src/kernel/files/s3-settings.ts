import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { S3Place } from './s3-requests.ts'

export type { S3Place }

/** The bucket that holds files in place of the disk. */
export const s3Settings = {
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .refine(isAddressOnly, 'is an address alone, such as https://s3.example.go.id')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is the name of a bucket: small letters, digits, hyphens and dots')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'is the name of a region, such as us-east-1')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).max(200).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).max(500).optional(),
  /** A file that holds the secret, which then stands in no environment. */
  S3_SECRET_ACCESS_KEY_FILE: z.string().optional(),
}

type Said = { [Name in keyof typeof s3Settings]?: string }

/** One line for what is missing or said twice. */
export function wrongS3(said: Said): string | undefined {
  const names = Object.keys(s3Settings) as (keyof Said)[]
  const some = names.find((name) => said[name] !== undefined)
  if (!some) return undefined
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID'] as const)
    if (!said[name]) return `${name}: is missing beside ${some}`
  if (!said.S3_SECRET_ACCESS_KEY && !said.S3_SECRET_ACCESS_KEY_FILE)
    return 'S3_SECRET_ACCESS_KEY: is missing (or S3_SECRET_ACCESS_KEY_FILE, the file that holds it)'
  if (said.S3_SECRET_ACCESS_KEY && said.S3_SECRET_ACCESS_KEY_FILE)
    return 'S3_SECRET_ACCESS_KEY: is said beside S3_SECRET_ACCESS_KEY_FILE; leave one out'
  return undefined
}

export function s3Of(said: Said): S3Place | undefined {
  if (!said.S3_ENDPOINT) return undefined
  return {
    endpoint: new URL(said.S3_ENDPOINT).origin,
    bucket: said.S3_BUCKET!,
    region: said.S3_REGION ?? 'us-east-1',
    accessKeyId: said.S3_ACCESS_KEY_ID!,
    secretAccessKey: said.S3_SECRET_ACCESS_KEY ?? secretIn(said.S3_SECRET_ACCESS_KEY_FILE!),
  }
}

function secretIn(path: string): string {
  const name = 'S3_SECRET_ACCESS_KEY_FILE'
  let secret: string
  try {
    secret = readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Error(`Configuration is wrong: ${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  if (!secret) throw new Error(`Configuration is wrong: ${name}: is empty`)
  return secret
}

function isAddressOnly(text: string): boolean {
  const url = new URL(text)
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
}
