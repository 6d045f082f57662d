/** A worker of campaigns in a process of its own, for the tests that kill it: the address of the database is its argument. */
import { day } from '#kernel/day.ts'
import { openDatabase } from '#platform/database.server.ts'
import { calendar, ids, lookups, mechanisms } from './campaign-town.server.ts'
import { startCampaignWork } from '../work.server.ts'

const db = openDatabase({ url: process.argv[2]!, connections: 3 })
startCampaignWork({
  db,
  mechanisms,
  lookups,
  districts: async () => [ids.district],
  nowOf: async () => ({ today: day('2026-03-04'), region: 'CN', calendar }),
  instant: () => new Date('2026-03-04T02:00:00Z'),
  taken: () => {},
  failed: (error) => process.stderr.write(`${error.stack}\n`),
})
// The worker's own beat does not keep a process alive.
setInterval(() => {}, 60_000)
process.stdout.write('at work\n')
