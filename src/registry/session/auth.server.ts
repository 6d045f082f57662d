/** Sign-in as better-auth does it: accounts of the house, codes by telephone, a second factor, and other houses' sign-in by OIDC. */
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getAuthTables } from 'better-auth/db'
import { genericOAuth, phoneNumber, twoFactor, username } from 'better-auth/plugins'
import { PostgresDialect } from 'kysely'
import { type Id, newId } from '#kernel/id.ts'
import type { Database } from '#platform/database.server.ts'
import { startProblem } from '#platform/start-problem.ts'
import { passwordLength } from './password.ts'
import type { SecretsOf } from '../secrets/secret-book.server.ts'
import { personForPhone } from './registration.server.ts'

/** Another house whose sign-in is trusted: 浙政钉, 钉钉, 企业微信. Accounts are linked by their holder, never made by it. */
export interface OidcProvider {
  readonly id: string
  readonly title?: string
  readonly discoveryUrl?: string
  readonly authorizationUrl?: string
  readonly tokenUrl?: string
  readonly userInfoUrl?: string
  readonly clientId: string
  readonly clientSecret?: string
  readonly scopes?: readonly string[]
}

/** Sends a code to a telephone; it alone knows which company carries it. */
export type CodeSender = (message: { readonly phone: string; readonly code: string }) => Promise<void>

export interface AuthOptions {
  readonly db: Database
  readonly secret: string
  readonly secrets: SecretsOf
  /** The address people use, `https://hexie.example.cn`; cookies are then secure from the first one. */
  readonly publicUrl?: string
  readonly oidc?: readonly OidcProvider[]
  readonly sendCode?: CodeSender
  readonly failed?: (message: string) => void
}

export const cookiePrefix = 'hexie'
const dayInSeconds = 86_400
/** Accounts of the house have no address of their own; better-auth wants one. `.invalid` is never delivered (RFC 2606). */
export const accountEmail = (account: Id): string => `${account}@account.invalid`

export function buildAuth(options: AuthOptions) {
  return betterAuth(authOptions(options))
}
export type Auth = ReturnType<typeof buildAuth>

export function authOptions({ db, secret, secrets, publicUrl, oidc = [], sendCode, failed = () => {} }: AuthOptions) {
  return {
    appName: 'Hexie',
    basePath: '/api/auth',
    ...(publicUrl && { baseURL: publicUrl }),
    secret,
    database: { dialect: new PostgresDialect({ pool: db.pool }), type: 'postgres', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLength, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        personId: { type: 'string', required: false, input: false, unique: true },
        districtId: { type: 'string', required: false, input: false },
      },
    },
    session: { modelName: 'auth_session', expiresIn: 7 * dayInSeconds, updateAge: dayInSeconds },
    account: { modelName: 'auth_account', accountLinking: { enabled: true, allowDifferentEmails: true } },
    verification: { modelName: 'auth_verification' },
    databaseHooks: { user: { create: { before: async (user) => ({ data: { ...user, ...(await personOf(db, secrets, user)) } }) } } },
    // Counted by us in the database: by name and by address, the same for every server.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      // Judged by us for the whole API (same-origin.server.ts); addresses to return to are still checked by better-auth.
      disableCSRFCheck: true,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => failed(message) },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: isUsername, displayUsername: false }),
      phoneNumber({
        otpLength: 6,
        expiresIn: 300,
        allowedAttempts: 3,
        phoneNumberValidator: (phone) => /^1[3-9]\d{9}$/.test(phone),
        // Without a sender the doors by telephone stay shut (auth-door.server.ts).
        sendOTP: ({ phoneNumber: phone, code }) => sendCode?.({ phone, code }),
        signUpOnVerification: { getTempEmail: () => accountEmail(newId()), getTempName: () => '职工' },
      }),
      twoFactor({ issuer: '和谐引擎 Hexie', twoFactorTable: 'auth_two_factor' }),
      ...(oidc.length > 0 ? [genericOAuth({ config: oidc.map(oidcConfig) })] : []),
    ],
  } satisfies BetterAuthOptions
}

/** The header in which the route hands better-auth the address that Fastify found; one sent from outside is overwritten. */
export const clientAddressHeader = 'x-hexie-client'

const isUsername = (name: string): boolean => /^[\p{L}\p{N}_.-]+$/u.test(name)

function oidcConfig({ id, title, scopes, ...rest }: OidcProvider) {
  return {
    providerId: id,
    ...(title && { name: title }),
    ...rest,
    scopes: [...(scopes ?? ['openid', 'profile'])],
    pkce: true,
    disableSignUp: true,
  }
}

async function personOf(db: Database, secrets: SecretsOf, user: Record<string, unknown>) {
  if (typeof user.personId === 'string') return {}
  return await personForPhone(db, secrets, String(user.phoneNumber ?? ''))
}

/** Throws a StartProblem when the tables are not those this version of better-auth works with. */
export async function checkAuthTables(db: Database, auth: Auth): Promise<void> {
  const rows = await db.open<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'public' and table_name like 'auth\\_%'`,
  )
  const there = new Set(rows.map((row) => row.column))
  const wanted = Object.values(getAuthTables(auth.options)).flatMap((table) => [
    `${table.modelName}.id`,
    ...Object.entries(table.fields).map(([name, field]) => `${table.modelName}.${field.fieldName ?? name}`),
  ])
  const missing = wanted.filter((column) => !there.has(column))
  if (missing.length > 0)
    throw startProblem(`登录所需的数据表缺少列：${missing.join('、')}。`, `The tables for sign-in lack columns: ${missing.join(', ')}.`)
}

/** Providers from the setting HEXIE_OIDC, a JSON list; undefined setting, no providers. */
export function oidcFromSetting(setting: string | undefined): readonly OidcProvider[] {
  if (!setting) return []
  try {
    const list: unknown = JSON.parse(setting)
    if (Array.isArray(list) && list.every((item) => typeof item?.id === 'string' && typeof item?.clientId === 'string')) return list
  } catch {
    // Told below, in one sentence.
  }
  throw startProblem(
    'HEXIE_OIDC 应是 JSON 列表，每项有 id 和 clientId。',
    'HEXIE_OIDC should be a JSON list whose items have id and clientId.',
  )
}
