/** The hash of what a paper says, and the paper sealed with it. */
import { createHash } from 'node:crypto'
import { canonical } from '#kernel/json.ts'
import type { PrintedPaper } from './printed-paper.ts'
import { codeOf } from './verify-code.ts'

export type PaperContent = Pick<PrintedPaper, 'number' | 'title' | 'issuer' | 'on' | 'body'> & {
  /** Case and step that left it: two papers with the same words on one day are still two. */
  readonly of?: string
}

/** sha256 over the canonical JSON of where it comes from, number, title, issuer, day and body. */
export function hashOf({ of, number, title, issuer, on, body }: PaperContent): string {
  return createHash('sha256').update(canonical({ of, number, title, issuer, on, body }), 'utf8').digest('hex')
}

/** The paper with its hash, its code and the address that verifies it: `verifyBase` is completed by the code. */
export function seal(paper: PaperContent & { readonly draft?: boolean }, verifyBase: string): PrintedPaper {
  const hash = hashOf(paper)
  const code = codeOf(hash)
  return { ...paper, hash, code, verifyUrl: `${verifyBase.replace(/\/$/, '')}/${code}` }
}
