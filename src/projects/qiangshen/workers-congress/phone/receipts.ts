/** The receipt codes of this phone: drawn before a vote is sent, so that sending it again over a bad line is the same vote. */
import { receiptFrom } from '../ballot/box.ts'
import type { Choice } from '../data.ts'

export interface Kept {
  readonly receipt: string
  /** What is on its way; forgotten once it has arrived. */
  readonly sending?: Choice
}

const placeOf = (session: string, ballot: number): string => `hexie.ballot.${session}.${ballot}`

export function keptReceipt(session: string, ballot: number): Kept | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(placeOf(session, ballot)) ?? 'null') as Kept | null
    return found ?? undefined
  } catch {
    return undefined
  }
}

/** A phone that keeps nothing (private browsing) still votes; it shows the code once. */
export function keep(session: string, ballot: number, kept: Kept): void {
  try {
    localStorage.setItem(placeOf(session, ballot), JSON.stringify(kept))
  } catch {}
}

export function forget(session: string, ballot: number): void {
  try {
    localStorage.removeItem(placeOf(session, ballot))
  } catch {}
}

export function drawReceipt(): string {
  for (;;) {
    const code = receiptFrom(crypto.getRandomValues(new Uint8Array(40)))
    if (code) return code
  }
}
