/** The settings of a run, from the environment and the command line, checked before anything starts. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import { startProblem } from './start-problem.ts'

export interface Config {
  readonly version: string
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  /** Absent: the embedded database. */
  readonly databaseUrl?: string
  /** The demonstration that is loaded into an empty database: at the size of a whole district, or of sixty firms. */
  readonly demo: 'full' | 'small' | 'never'
  /** The day on which the house believes itself to be. */
  readonly asOf?: Day
  /** The address people use, for cookies, links and codes on papers. */
  readonly publicUrl?: string
  readonly trustProxy: boolean | string
  readonly logLevel: string
  readonly ratePerMinute?: number
  readonly connections?: number
  readonly fileLimitBytes?: number
  /** Where codes for telephones are handed to: a gateway's address, and what it asks to see. */
  readonly sms?: { readonly url: string; readonly token?: string }
  /** Sign-ins of other houses that are trusted, as the registry reads them. */
  readonly oidc?: string
  /** HEXIE_SECRET, when given. */
  readonly secret?: string
  /** The one before it, while it is being changed (`hexie keys rewrap`). */
  readonly previousSecret?: string
  readonly webFolder: string
  readonly migrationsFolder: string
}

type Environment = Readonly<Record<string, string | undefined>>

export const projectFolder = join(import.meta.dirname, '../..')

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const demoSizes = { '0': 'never', false: 'never', '1': 'full', true: 'full', small: 'small' } as const
const demoSize = z.enum(['0', '1', 'true', 'false', 'small']).transform((value) => demoSizes[value])

const settings = {
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  HEXIE_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  HEXIE_DEMO: demoSize.optional(),
  HEXIE_SECRET: z.string().min(32).optional(),
  HEXIE_SECRET_PREVIOUS: z.string().min(32).optional(),
  HEXIE_URL: z.url({ protocol: /^https?$/ }).optional(),
  HEXIE_TRUST_PROXY: z.string().default('0'),
  HEXIE_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  HEXIE_RATE_PER_MINUTE: whole(1, 10_000_000).optional(),
  HEXIE_CONNECTIONS: whole(2, 200).optional(),
  HEXIE_FILE_LIMIT_MB: whole(1, 2048).optional(),
  HEXIE_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  HEXIE_SMS_TOKEN: z.string().optional(),
  HEXIE_OIDC: z.string().optional(),
} as const

type SettingName = keyof typeof settings

const wants: Readonly<Record<SettingName, readonly [zh: string, en: string]>> = {
  PORT: ['应为 0 到 65535 的端口号', 'should be a port from 0 to 65535'],
  HOST: ['应为要监听的地址', 'should be an address to listen on'],
  HEXIE_DATA: ['应为文件夹', 'should be a folder'],
  DATABASE_URL: ['应形如 postgres://用户:密码@主机:5432/库名', 'should look like postgres://user:password@host:5432/name'],
  HEXIE_DEMO: ['应为 0、1 或 small', 'should be 0, 1 or small'],
  HEXIE_SECRET: ['至少 32 个字符', 'needs at least 32 characters'],
  HEXIE_SECRET_PREVIOUS: ['至少 32 个字符', 'needs at least 32 characters'],
  HEXIE_URL: ['应为 http(s):// 开头的网址', 'should be an http(s):// address'],
  HEXIE_TRUST_PROXY: ['应为 0、1 或代理的地址', 'should be 0, 1 or the addresses of the proxies'],
  HEXIE_LOG: ['应为 fatal、error、warn、info、debug 或 silent', 'should be fatal, error, warn, info, debug or silent'],
  HEXIE_RATE_PER_MINUTE: ['应为正整数', 'should be a whole number above zero'],
  HEXIE_CONNECTIONS: ['应为 2 到 200', 'should be from 2 to 200'],
  HEXIE_FILE_LIMIT_MB: ['应为 1 到 2048', 'should be from 1 to 2048'],
  HEXIE_SMS_URL: ['应为 http(s):// 开头的网址', 'should be an http(s):// address'],
  HEXIE_SMS_TOKEN: ['应为文字', 'should be text'],
  HEXIE_OIDC: ['应为 JSON 列表', 'should be a JSON list'],
}

/** Throws a StartProblem naming the setting that is wrong. */
export async function readConfig(environment: Environment, args: readonly string[], folder: string = projectFolder): Promise<Config> {
  const read = <Name extends SettingName>(name: Name) => readSetting(name, environment[name])
  const asOf = asOfIn(args)
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const [databaseUrl, secret, demo, data] = [read('DATABASE_URL'), read('HEXIE_SECRET'), read('HEXIE_DEMO'), read('HEXIE_DATA')]
  if (databaseUrl && !secret)
    throw startProblem(
      '使用 DATABASE_URL 时必须设置 HEXIE_SECRET（至少 32 个字符的随机文字，每台服务器相同）。',
      'With DATABASE_URL the setting HEXIE_SECRET is needed: at least 32 random characters, the same on every server.',
    )
  const [smsUrl, smsToken, fileLimit] = [read('HEXIE_SMS_URL'), read('HEXIE_SMS_TOKEN'), read('HEXIE_FILE_LIMIT_MB')]
  return {
    version,
    host: read('HOST'),
    port: read('PORT'),
    dataFolder: isAbsolute(data) ? data : resolve(folder, data),
    databaseUrl,
    demo: demo ?? (databaseUrl ? 'never' : 'full'),
    asOf,
    publicUrl: read('HEXIE_URL')?.replace(/\/$/, ''),
    trustProxy: proxies(read('HEXIE_TRUST_PROXY')),
    logLevel: read('HEXIE_LOG'),
    ratePerMinute: read('HEXIE_RATE_PER_MINUTE'),
    connections: read('HEXIE_CONNECTIONS'),
    fileLimitBytes: fileLimit && fileLimit * 1_048_576,
    sms: smsUrl ? { url: smsUrl, token: smsToken } : undefined,
    oidc: read('HEXIE_OIDC'),
    secret,
    previousSecret: read('HEXIE_SECRET_PREVIOUS'),
    webFolder: join(folder, 'dist/web'),
    migrationsFolder: join(folder, 'migrations'),
  }
}

function readSetting<Name extends SettingName>(name: Name, given: string | undefined): z.output<(typeof settings)[Name]> {
  const answer = settings[name].safeParse(given === '' ? undefined : given)
  if (!answer.success)
    throw startProblem(`设置 ${name} 不对：${wants[name][0]}。`, `The setting ${name} is not right: it ${wants[name][1]}.`)
  return answer.data as z.output<(typeof settings)[Name]>
}

function asOfIn(args: readonly string[]): Day | undefined {
  let given: string | undefined
  try {
    given = parseArgs({ args: [...args], options: { 'as-of': { type: 'string' } } }).values['as-of']
  } catch (error) {
    throw startProblem('命令行只认 --as-of 2027-01-01。', 'The command line knows only --as-of 2027-01-01.', error)
  }
  if (given === undefined || isDay(given)) return given
  throw startProblem('--as-of 后面应是存在的日期，如 2027-01-01。', '--as-of wants a day that exists, like 2027-01-01.')
}

const proxies = (given: string): boolean | string =>
  given === '0' || given === 'false' ? false : given === '1' || given === 'true' ? true : given

/** The key of cookies and tokens: given, or made once and kept in the data folder beside the embedded database. */
export async function secretOf({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): Promise<string> {
  if (secret) return secret
  const file = join(dataFolder, 'secret')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  const made = randomBytes(36).toString('base64url')
  await mkdir(dataFolder, { recursive: true })
  await writeFile(file, made, { mode: 0o600, flag: 'wx' })
  return made
}
