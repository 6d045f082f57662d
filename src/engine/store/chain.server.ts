/** The hash chain of a case: each step's hash covers the one before it, so that a change in the past is seen. */
import { createHash } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { canonical } from '#kernel/json.ts'
import type { Entry } from '../run.ts'

/** SHA-256 over the hash before and the canonical text of what happened. */
export function hashOf(previous: Buffer | null, caseId: Id, seq: number, at: string, entry: Entry): Buffer {
  const { step, by, on, input, person, name, recordedBy } = entry
  const text = canonical({
    case: caseId,
    seq,
    at,
    step,
    by,
    on,
    input: input ?? null,
    person: person ?? null,
    name: name ?? null,
    recordedBy: recordedBy ?? null,
  })
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(text)
    .digest()
}
