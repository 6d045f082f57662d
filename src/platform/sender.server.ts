/** How a code reaches a telephone: through the operator's gateway, or, where there is none, onto the screen of whoever runs a demonstration. */
import { unavailable } from './problem.ts'

export interface CodeMessage {
  readonly phone: string
  readonly code: string
}

export type Send = (message: CodeMessage) => Promise<void>

export interface SenderOptions {
  readonly sms?: { readonly url: string; readonly token?: string }
  /** True in a demonstration or while developing: codes are printed, never stored. */
  readonly print: boolean
  readonly out?: (line: string) => void
}

/** Undefined when nothing can send: sign-in by code is then not offered. */
export function openSender({ sms, print, out = (line) => process.stderr.write(`${line}\n`) }: SenderOptions): Send | undefined {
  if (sms) return (message) => post(sms, message)
  if (print) return async ({ phone, code }) => out(`验证码 Code  ${phone}  ${code}`)
  return undefined
}

/** `POST { phone, code }` to the gateway, which knows the operator's company and template. */
async function post({ url, token }: NonNullable<SenderOptions['sms']>, message: CodeMessage): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  await answer?.body?.cancel()
  if (!answer?.ok) throw unavailable(30)
}
