/** Sensitive fields sealed for one person and one field (AES-256-GCM), and digested for exact search (HMAC-SHA-256): the work of opened keys. */
import { createCipheriv, createDecipheriv, createSecretKey, hash, type KeyObject, randomFillSync } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { tidyIdNumber } from '../id-number.ts'
import { tidyBankCard } from './bank-card.ts'
import { tidyPhone } from './phone-number.ts'

export const sensitiveFields = ['idNumber', 'phone', 'bankCard', 'illness'] as const
export type SensitiveField = (typeof sensitiveFields)[number]

export const keyPurposes = ['seal', 'digest'] as const
export type KeyPurpose = (typeof keyPurposes)[number]

export interface PlainKey {
  readonly purpose: KeyPurpose
  readonly version: number
  readonly bytes: Uint8Array
}

/** The opened keys of a district. Can be posted to a worker thread; must never be stored or logged. */
export interface PlainKeys {
  readonly district: Id
  readonly keys: readonly PlainKey[]
}

export interface Secrets {
  readonly district: Id
  /** The versions that write now. */
  readonly current: Readonly<Record<KeyPurpose, number>>
  /** Version byte, nonce (12), ciphertext, tag (16). The value is sealed as given: tidy it first. */
  seal(field: SensitiveField, person: Id, value: string): Buffer
  /** Throws a SecretProblem when it was tampered with, belongs to another person or field, or its key is not known here. */
  open(field: SensitiveField, person: Id, sealed: Uint8Array): string
  /** What is stored: version byte and 15 bytes of the keyed digest of the tidied value. */
  digest(field: SensitiveField, value: string): Buffer
  /** What is looked for, `digest = any ($1)`: by every key there ever was, newest first, so that a search finds also while keys change. */
  digests(field: SensitiveField, value: string): readonly Buffer[]
}

/** tampered: changed, cut, or moved from another person or field · unknownKey: newer than the keys at hand, or of another house. */
export type SecretFault = 'tampered' | 'unknownKey'

export class SecretProblem extends Error {
  readonly fault: SecretFault
  readonly field: SensitiveField
  constructor(fault: SecretFault, field: SensitiveField) {
    super(fault === 'tampered' ? `a sealed ${field} was changed or moved` : `a sealed ${field} names a key that is not known`)
    this.name = 'SecretProblem'
    this.fault = fault
    this.field = field
  }
}

export const cipherName = 'aes-256-gcm'
export const keyBytes = 32
export const digestBytes = 16
const nonceBytes = 12
const tagBytes = 16

export function secretsFrom({ district, keys }: PlainKeys): Secrets {
  const [sealKeys, digestKeys] = [openedKeys(keys, 'seal', createSecretKey), openedKeys(keys, 'digest', hmacSha256)]
  const digestWith = ([version, mac256]: readonly [number, Mac], of: string): Buffer => {
    const mac = mac256(of)
    const digest = Buffer.allocUnsafe(digestBytes)
    digest[0] = version
    mac.copy(digest, 1, 0, digestBytes - 1)
    return digest
  }
  return {
    district,
    current: { seal: sealKeys.newest[0], digest: digestKeys.newest[0] },
    seal: (field, person, value) => sealed(sealKeys.newest, contextOf(district, person, field), value),
    open(field, person, given) {
      const key = sealKeys.all.get(given[0] ?? 0)
      if (!key) throw new SecretProblem(given.length < 1 + nonceBytes + tagBytes ? 'tampered' : 'unknownKey', field)
      const value = opened(key, contextOf(district, person, field), given)
      if (value === undefined) throw new SecretProblem('tampered', field)
      return value
    },
    digest: (field, value) => digestWith(digestKeys.newest, `${field}|${tidied(field, value)}`),
    digests(field, value) {
      const of = `${field}|${tidied(field, value)}`
      return [...digestKeys.all].map((key) => digestWith(key, of))
    },
  }
}

/** The one spelling under which a value is found again. */
export function tidied(field: SensitiveField, value: string): string {
  if (field === 'idNumber') return tidyIdNumber(value)
  if (field === 'phone') return tidyPhone(value)
  if (field === 'bankCard') return tidyBankCard(value)
  return value.normalize('NFKC').trim()
}

/** Where a value belongs. A ciphertext carried elsewhere does not open. */
const contextOf = (district: Id, person: Id, field: SensitiveField): Buffer => Buffer.from(`${district}|${person}|${field}`)

type Mac = (of: string) => Buffer
const blockBytes = 64

/**
 * HMAC-SHA-256 (RFC 2104) by two one-shot hashes: an HMAC object of the library is a handle that the collector must free, and an import asks for
 * hundreds of thousands.
 */
export function hmacSha256(key: Uint8Array): Mac {
  const block = Buffer.alloc(blockBytes)
  block.set(key.length > blockBytes ? hash('sha256', key, 'buffer') : key)
  const [inner, outer] = [0x36, 0x5c].map((pad) => Buffer.from(block.map((byte) => byte ^ pad))) as [Buffer, Buffer]
  return (of) => hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(of)]), 'buffer')]), 'buffer')
}

interface OpenedKeys<K> {
  readonly newest: readonly [version: number, key: K]
  /** Newest first. */
  readonly all: ReadonlyMap<number, K>
}

function openedKeys<K>(keys: readonly PlainKey[], purpose: KeyPurpose, opened: (bytes: Buffer) => K): OpenedKeys<K> {
  const wanted = keys.filter((key) => key.purpose === purpose).sort((a, b) => b.version - a.version)
  if (wanted.length === 0) throw new Error(`there is no ${purpose} key`)
  const all = wanted.map(({ version, bytes }) => [version, opened(Buffer.from(bytes))] as const)
  return { newest: all[0]!, all: new Map(all) }
}

const nonces = Buffer.alloc(nonceBytes * 512)
let nextNonce = nonces.length

/** Ninety-six random bits, drawn in bulk: one call to the system a value would cost more than the sealing. */
function freshNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces)
    nextNonce = 0
  }
  nextNonce += nonceBytes
  return nonces.subarray(nextNonce - nonceBytes, nextNonce)
}

export function sealed([version, key]: readonly [number, KeyObject], context: Uint8Array, value: string | Uint8Array): Buffer {
  const nonce = freshNonce()
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(context)
  const body = typeof value === 'string' ? cipher.update(value, 'utf8') : cipher.update(value)
  // In this mode everything has come out by now; ending makes the tag.
  cipher.final()
  const whole = Buffer.allocUnsafe(1 + nonceBytes + body.length + tagBytes)
  whole[0] = version
  nonce.copy(whole, 1)
  body.copy(whole, 1 + nonceBytes)
  cipher.getAuthTag().copy(whole, 1 + nonceBytes + body.length)
  return whole
}

function opened(key: KeyObject, context: Uint8Array, given: Uint8Array): string | undefined {
  return openedBytes(key, context, given)?.toString('utf8')
}

/** Undefined when the tag does not fit. */
export function openedBytes(key: KeyObject, context: Uint8Array, given: Uint8Array): Buffer | undefined {
  const bodyEnd = given.length - tagBytes
  if (bodyEnd < 1 + nonceBytes) return undefined
  const decipher = createDecipheriv(cipherName, key, given.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(context)
  decipher.setAuthTag(given.subarray(bodyEnd))
  const body = decipher.update(given.subarray(1 + nonceBytes, bodyEnd))
  try {
    decipher.final()
    return body
  } catch {
    return undefined
  }
}
