/** The import workbench driven as its screen drives it: files put in, waited for, mended, written. */
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { checkDigitOf } from '../../id-number.ts'
import { type RegistryForTests, testRegistry } from '../../testing/registry-for-tests.server.ts'
import type { ImportState, ImportWire, RowsWire } from '../import-wire.ts'

export interface ImportsForTests extends RegistryForTests {
  as(username: string): Promise<Desk>
}

export interface Desk {
  readonly headers: { readonly cookie: string }
  get<T>(url: string, status?: number): Promise<T>
  send<T>(method: 'POST' | 'PUT' | 'PATCH', url: string, payload: unknown, status?: number): Promise<T>
  put(kind: string, unit: string, file: Uint8Array, name?: string, status?: number): Promise<string>
  /** Polls until it has come to rest. */
  rest(id: string): Promise<ImportWire>
  /** Put in and checked. */
  checked(kind: string, unit: string, file: Uint8Array, name?: string): Promise<ImportWire>
  commit(id: string): Promise<ImportWire>
  undo(id: string): Promise<ImportWire>
  rows(id: string, query?: string): Promise<RowsWire>
}

export async function testImports(): Promise<ImportsForTests> {
  const registry = await testRegistry()
  return { ...registry, as: async (username) => deskOf(registry, await registry.signIn(username)) }
}

const moving: readonly ImportState[] = ['waiting', 'checking', 'committing', 'undoing']

function deskOf({ app }: RegistryForTests, headers: { readonly cookie: string }): Desk {
  const desk: Desk = {
    headers,
    async get<T>(url: string, status = 200) {
      const answer = await app.inject({ url, headers })
      expect(answer.statusCode, answer.body.slice(0, 600)).toBe(status)
      return JSON.parse(answer.body) as T
    },
    async send<T>(method: 'POST' | 'PUT' | 'PATCH', url: string, payload: unknown, status = 200) {
      const answer = await app.inject({ method, url, headers, payload: payload as object })
      expect(answer.statusCode, answer.body.slice(0, 600)).toBe(status)
      return JSON.parse(answer.body) as T
    },
    async put(kind, unit, file, name = '花名册.xlsx', status = 202) {
      const answer = await app.inject({ method: 'POST', url: '/api/imports', ...formOf({ kind, unit }, file, name, headers) })
      expect(answer.statusCode, answer.body.slice(0, 600)).toBe(status)
      return (JSON.parse(answer.body) as { id: string }).id
    },
    async rest(id) {
      let found: ImportWire | undefined
      await expect
        .poll(async () => (found = await desk.get<ImportWire>(`/api/imports/${id}`)).state, { timeout: 25_000, interval: 40 })
        .not.toSatisfy((state: ImportState) => moving.includes(state))
      return found!
    },
    checked: async (kind, unit, file, name) => await desk.rest(await desk.put(kind, unit, file, name)),
    async commit(id) {
      await desk.send('POST', `/api/imports/${id}/commit`, {})
      return await desk.rest(id)
    },
    async undo(id) {
      await desk.send('POST', `/api/imports/${id}/undo`, {})
      return await desk.rest(id)
    },
    rows: (id, query = 'show=all&limit=200') => desk.get<RowsWire>(`/api/imports/${id}/rows?${query}`),
  }
  return desk
}

export function formOf(fields: Readonly<Record<string, string>>, file: Uint8Array, name: string, headers: object) {
  const boundary = 'between-the-parts-of-a-form'
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

export const sheet = (titles: readonly string[], rows: Iterable<readonly (string | number | null)[]>): Promise<Buffer> =>
  buffer(writeWorkbook({ sheetName: '花名册', columns: titles.map((title) => ({ title, kind: 'text' })), rows }))

/** A sound number of somebody who is nobody. */
export function idOf(n: number, born = '1988-03-07'): string {
  const first = `330114${born.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`
  const region = `33${String(1000 + Math.floor(n / 1000)).padStart(4, '0')}`
  const all = region + first.slice(6)
  return all + checkDigitOf(all)
}

const surnames = '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕'
const given = '国强建军志平永福晓东海燕秀英丽华伟芳敏静磊洋勇艳杰娟涛明'
export const nameOf = (n: number): string => surnames[n % 20]! + given[(n * 7) % given.length]! + given[(n * 11 + (n >> 4)) % given.length]!
export const phoneOf = (n: number): string => `139${String(10_000_000 + n)}`
