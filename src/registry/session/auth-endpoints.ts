/** The doors of sign-in that are open, with what each takes; whatever else better-auth can do stays shut. */
import { z } from 'zod'
import type { Access } from '#platform/caller.ts'
import { type Text, text } from '#kernel/text.ts'
import { phoneShape } from '../person.ts'

export interface AuthEndpoint {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access
  readonly title: Text
  readonly body?: z.ZodType
  /** Only where another house's sign-in is configured. */
  readonly oidc?: boolean
}

const anyone: Access = { who: 'public' }
const signedIn: Access = { who: 'signed-in' }
const secret = z.string().min(1).max(200)
const totp = z.object({ code: z.string().regex(/^\d{6}$/), trustDevice: z.boolean().optional() })

export const authEndpoints: readonly AuthEndpoint[] = [
  {
    method: 'POST',
    path: '/sign-in/username',
    access: anyone,
    title: text('用户名登录', 'Sign in by username'),
    body: z.object({ username: z.string().trim().min(1).max(60), password: secret, rememberMe: z.boolean().optional() }),
  },
  { method: 'POST', path: '/sign-out', access: anyone, title: text('退出', 'Sign out'), body: z.looseObject({}).nullish() },
  { method: 'GET', path: '/get-session', access: anyone, title: text('当前登录', 'The session, or null') },
  {
    method: 'POST',
    path: '/change-password',
    access: signedIn,
    title: text('修改密码', 'Change the password'),
    body: z.object({ currentPassword: secret, newPassword: secret, revokeOtherSessions: z.boolean().default(true) }),
  },
  {
    method: 'POST',
    path: '/revoke-other-sessions',
    access: signedIn,
    title: text('退出其他设备', 'Sign out elsewhere'),
    body: z.object({}).nullish(),
  },
  {
    method: 'POST',
    path: '/phone-number/send-otp',
    access: anyone,
    title: text('发送验证码', 'Send a code by telephone'),
    body: z.object({ phoneNumber: phoneShape }),
  },
  {
    method: 'POST',
    path: '/phone-number/verify',
    access: anyone,
    title: text('验证码登录（职工可直接注册）', 'Sign in by code; workers register so'),
    body: z.object({ phoneNumber: phoneShape, code: z.string().regex(/^\d{6}$/) }),
  },
  {
    method: 'POST',
    path: '/two-factor/enable',
    access: signedIn,
    title: text('启用二次验证', 'Enable the second factor'),
    body: z.object({ password: secret }),
  },
  {
    method: 'POST',
    path: '/two-factor/disable',
    access: signedIn,
    title: text('停用二次验证', 'Disable the second factor'),
    body: z.object({ password: secret }),
  },
  { method: 'POST', path: '/two-factor/verify-totp', access: anyone, title: text('二次验证', 'Verify the second factor'), body: totp },
  {
    method: 'POST',
    path: '/two-factor/verify-backup-code',
    access: anyone,
    title: text('备用码验证', 'Verify by backup code'),
    body: z.object({ code: z.string().min(4).max(40), trustDevice: z.boolean().optional() }),
  },
  {
    method: 'POST',
    path: '/sign-in/social',
    access: anyone,
    title: text('其他平台登录', 'Sign in with another house'),
    body: z.object({ provider: z.string().max(60), callbackURL: z.string().max(300).optional(), disableRedirect: z.boolean().optional() }),
    oidc: true,
  },
  {
    method: 'POST',
    path: '/link-social',
    access: signedIn,
    title: text('绑定其他平台', 'Link another house'),
    body: z.object({ provider: z.string().max(60), callbackURL: z.string().max(300).optional() }),
    oidc: true,
  },
  { method: 'GET', path: '/callback/:provider', access: anyone, title: text('其他平台回跳', 'Return from another house'), oidc: true },
]

const says: Readonly<Record<string, Text>> = {
  INVALID_USERNAME_OR_PASSWORD: text('用户名或密码不对', 'The username or the password is wrong'),
  INVALID_PASSWORD: text('原密码不对', 'The present password is wrong'),
  INVALID_OTP: text('验证码不对', 'The code is wrong'),
  OTP_EXPIRED: text('验证码已过期，请重新获取', 'The code has run out; ask for a new one'),
  OTP_NOT_FOUND: text('请先获取验证码', 'Ask for a code first'),
  TOO_MANY_ATTEMPTS: text('输错次数太多，请重新获取验证码', 'Too many wrong codes; ask for a new one'),
  INVALID_CODE: text('验证码不对', 'The code is wrong'),
  USE_YOUR_ACCOUNT: text('工作人员请用账号登录', 'Staff sign in with their account'),
  SIGN_UP_CLOSED: text('暂不开放注册', 'Registration is closed'),
}

/** What a refusal of better-auth means to the one who reads it. */
export const authSays = (code: string | undefined): Text => says[code ?? ''] ?? text('登录信息无效', 'That cannot be used to sign in')
