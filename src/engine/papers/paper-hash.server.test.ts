/** The hash by which a paper is known again. */
import { describe, expect, it } from 'vitest'
import { hashOf, seal } from './paper-hash.server.ts'
import { agreement, letter } from './sample-bodies.ts'
import { codeOf } from './verify-code.ts'

const issuer = '白杨街道劳动争议调解中心'
const notice = seal(
  { title: '受理通知书', number: '白杨调〔2026〕18号', issuer, body: letter, on: letter.date },
  'https://h.example/verify/',
)
const deed = seal({ title: '调解协议书', issuer, body: agreement, on: agreement.date }, 'https://h.example/verify')

describe('the hash of a paper', () => {
  it('changes with every word and with nothing else', () => {
    const { number, title, issuer, on, body } = notice
    expect(hashOf({ body, on, issuer, title, number })).toBe(notice.hash)
    expect(hashOf({ ...notice, title: '受理通知书。' })).not.toBe(notice.hash)
    expect(hashOf({ ...notice, body: { ...body, note: '别的附注' } })).not.toBe(notice.hash)
  })

  it('gives the code and the address that verifies it', () => {
    expect(notice.code).toBe(codeOf(notice.hash))
    expect(notice.verifyUrl).toBe(`https://h.example/verify/${notice.code}`)
    expect(deed.verifyUrl).toBe(`https://h.example/verify/${deed.code}`)
  })
})
