import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type S3Place, s3Of, s3Settings, wrongS3 } from './files/s3-settings.ts'
import { inClear } from './in-clear.ts'
import { scannerPlace } from './virus-scanner.ts'
import { readProxies } from './web/client.ts'

const port = z.coerce.number().int().min(0).max(65535)
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

/** Read and validated once, at start. Every name is documented in the README; an unknown value stops the start. */
const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  KEYS_DATABASE_URL: postgresUrl.optional(),
  /** Name of the public log, fixed at its first start: a host, perhaps with a path, without scheme. */
  MUFAKAT_LOG_ORIGIN: z
    .string()
    .max(200)
    .regex(/^[a-z0-9][a-z0-9.:/_-]*$/, 'is a host without scheme, such as mufakat.example.go.id')
    .optional(),
  /** Who cosigns the log's checkpoints: `URL VKEY, URL VKEY …`; http is for this machine only, and only when allowed. */
  MUFAKAT_WITNESSES: z.string().max(10_000).optional(),
  MUFAKAT_WITNESS_LOOPBACK: z.enum(['on', 'off']).default('off'),
  MUFAKAT_DATA_DIR: z.string().default('.mufakat'),
  // `public`: the example's well-known passwords may be reached from other machines.
  MUFAKAT_DEMO: z.enum(['on', 'off', 'public']).default('on'),
  MUFAKAT_LANG: z.enum(['id', 'en']).default('id'),
  MUFAKAT_PLACE: z.string().min(1).max(60).default('Kabupaten Mekarsari'),
  MUFAKAT_SECRET_FILE: z.string().optional(),
  /** Who must have a second factor; officials, unless the example is shown, whose accounts are opened by password. */
  MUFAKAT_REQUIRE_SECOND_FACTOR: z.enum(['off', 'officials']).optional(),
  MUFAKAT_METRICS_TOKEN: z.string().min(16).optional(),
  MUFAKAT_PROXIES: z
    .string()
    .default('')
    .refine(areProxies, 'needs addresses or networks, such as 10.0.0.2,10.1.0.0/16'),
  MUFAKAT_PAGE_STORE: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What people call that sign-in service: "SSO Pemkab". */
  OIDC_NAME: z.string().min(1).max(40).default('SSO'),
  /** How an account there is linked to one here. */
  OIDC_LINK: z.enum(['invitation', 'verified-email']).default('invitation'),
  /** Levels of assurance, one of which a sign-in must have; it then counts as more than one factor. */
  OIDC_ACR: z.string().min(1).optional(),
  ...s3Settings,
  /** A daemon of ClamAV that sees every file before it is kept. */
  MUFAKAT_CLAMAV: z
    .string()
    .refine((text) => scannerPlace(text) !== undefined, 'is tcp://host:port or the path of a socket')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** `on`: databases and mail server of other machines may be reached without verified TLS. */
  MUFAKAT_PLAIN_CONNECTIONS: z.enum(['on', 'off']).default('off'),
  MAIL_FROM: z.string().default('mufakat@localhost'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
})

export type Config = z.output<typeof schema> & {
  BASE_URL: string
  MUFAKAT_REQUIRE_SECOND_FACTOR: 'off' | 'officials'
  dataDir: string
  /** Where files stand, if not below the data folder. */
  s3?: S3Place
}

/** Throws an Error of one line a wrong value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(present)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Configuration is wrong: ${lines.join('; ')}`)
  }
  const config = parsed.data
  const wrong = wrongProvider(config) ?? wrongKeys(config) ?? wrongS3(config) ?? inClear(config)
  if (wrong) throw new Error(`Configuration is wrong: ${wrong}`)
  return {
    ...config,
    BASE_URL: (config.BASE_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, ''),
    MUFAKAT_REQUIRE_SECOND_FACTOR:
      config.MUFAKAT_REQUIRE_SECOND_FACTOR ?? (config.MUFAKAT_DEMO === 'off' ? 'officials' : 'off'),
    dataDir: resolve(config.MUFAKAT_DATA_DIR),
    s3: s3Of(config),
  }
}

/** The example's sign-ins are known to everyone, so they stay on the machine unless somebody wants them seen. */
export function refuseOpenExample({ MUFAKAT_DEMO, HOST, BASE_URL }: Config): void {
  const near = ['localhost', '127.0.0.1', '::1', '[::1]']
  if (MUFAKAT_DEMO !== 'on' || (near.includes(HOST) && near.includes(new URL(BASE_URL).hostname))) return
  throw new Error(
    'The example accounts have passwords that everybody knows: set MUFAKAT_DEMO=off, or MUFAKAT_DEMO=public to show them beyond this machine.',
  )
}

function areProxies(text: string): boolean {
  try {
    readProxies(text)
    return true
  } catch {
    return false
  }
}

/** A sign-in service over plain http is one on this machine, for trying out. */
function wrongProvider({ OIDC_ISSUER, OIDC_CLIENT_ID }: z.output<typeof schema>): string | undefined {
  if (!OIDC_ISSUER) return OIDC_CLIENT_ID ? 'OIDC_ISSUER: is missing beside OIDC_CLIENT_ID' : undefined
  if (!OIDC_CLIENT_ID) return 'OIDC_CLIENT_ID: is missing beside OIDC_ISSUER'
  const { protocol, hostname } = new URL(OIDC_ISSUER)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || local ? undefined : 'OIDC_ISSUER: must be https'
}

/** The keys stand in a database of their own, else they would be in every backup of the records. */
function wrongKeys({ KEYS_DATABASE_URL, DATABASE_URL }: z.output<typeof schema>): string | undefined {
  if (!KEYS_DATABASE_URL) return undefined
  const keys = new URL(KEYS_DATABASE_URL)
  if (keys.pathname.length < 2) return 'KEYS_DATABASE_URL: must name a database'
  const records = DATABASE_URL && new URL(DATABASE_URL)
  const same = records && records.host === keys.host && records.pathname === keys.pathname
  return same ? 'KEYS_DATABASE_URL: must be another database than DATABASE_URL' : undefined
}

export function readSecretFile(path: string): string {
  const secret = read(path).trim()
  if (secret.length < 32) throw new Error(`MUFAKAT_SECRET_FILE: ${path} holds fewer than 32 characters`)
  return secret
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`MUFAKAT_SECRET_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
