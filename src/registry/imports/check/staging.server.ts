/** Writes judged rows into import_row: COPY into a table of the session, and on from there under row-level security. */
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Id } from '#kernel/id.ts'
import { copyLine, type StagedRow, stagedColumns } from './staged-row.ts'

export interface Staging {
  /** One transaction. Rows written in another order are fine. */
  write(rows: readonly StagedRow[]): Promise<void>
}

const columns = ['district_id', 'import_id', ...stagedColumns].join(', ')

/** COPY takes no table under row-level security; a batch goes through one that only this session has. */
export async function openStaging(client: pg.Client, district: Id, importId: Id): Promise<Staging> {
  await client.query('create temp table import_row_arriving (like import_row) on commit delete rows')
  const prefix = `${district}\t${importId}`
  const chunkRows = 500
  return {
    async write(rows) {
      await client.query('begin')
      try {
        const lines = function* () {
          for (let at = 0; at < rows.length; at += chunkRows) {
            let chunk = ''
            for (const row of rows.slice(at, at + chunkRows)) chunk += copyLine(prefix, row)
            yield Buffer.from(chunk)
          }
        }
        await pipeline(Readable.from(lines()), client.query(copyFrom(`copy import_row_arriving (${columns}) from stdin`)))
        await client.query({ name: 'arrive', text: `insert into import_row (${columns}) select ${columns} from import_row_arriving` })
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    },
  }
}
