/** Writes the judged rows about firms into the register: the firms, and what is true of them from a day until a day. */
import type { Day } from '#kernel/day.ts'
import type { Query } from '#platform/database.server.ts'
import type { ImportRecord } from '../store/import-record.server.ts'
import type { Written } from './write-people.server.ts'

export async function writeFirms(_q: Query, record: ImportRecord, _today: Day, _at: Date): Promise<Written> {
  throw new Error(`firms are not written yet: ${record.id}`)
}
