/** What is not kept: after thirty days the file, its rows and what stood there before go; what was written, when and by whom stays. */
import type { Id } from '#kernel/id.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { QueueDeps } from './queue.server.ts'
import { removeFile } from './stored-file.server.ts'

export const keptDays = 30

export async function emptyOld({ db, instant, dataFolder }: Pick<QueueDeps, 'db' | 'instant' | 'dataFolder'>): Promise<number> {
  const before = new Date(instant().getTime() - keptDays * 86_400_000)
  let emptied = 0
  for (const { id: district } of await db.open<{ id: Id }>('select id from district order by id')) {
    const old = await db.ask<{ id: Id }>(
      houseScope(district),
      `select id from import_file where district_id = $1 and emptied_at is null and greatest(at, committed_at, undone_at) < $2
         and state not in ('committing', 'undoing') limit 200`,
      [district, before],
    )
    for (const { id } of old) {
      await db.within(houseScope(district), async (q) => {
        await Promise.all([
          q('set local statement_timeout = 0'),
          q('delete from import_row where district_id = $1 and import_id = $2', [district, id]),
          q('delete from import_edit where district_id = $1 and import_id = $2', [district, id]),
          q('update import_change set before = null, secrets = null where district_id = $1 and import_id = $2 and before is not null', [
            district,
            id,
          ]),
          q(
            `update import_file set emptied_at = now(), file_key = '', state = case when state in ('committed', 'undone') then state else 'cancelled' end
             where district_id = $1 and id = $2`,
            [district, id],
          ),
        ])
      })
      await removeFile(dataFolder, id)
      emptied++
    }
  }
  return emptied
}
