/** Rows judged again, after an edit or because the register has moved on, by the same rules as the file was; the counts follow. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Query } from '#platform/database.server.ts'
import type { Secrets } from '../../secrets/cipher.server.ts'
import { judgeContext, type Surroundings, surroundingsOf } from '../check/import-context.server.ts'
import { type JudgeContext, openCells } from '../check/judge-people.server.ts'
import { judgeRows } from '../check/judge-rows.server.ts'
import type { WrittenRow } from '../check/person-draft.ts'
import { type StagedRow, stagedColumns } from '../check/staged-row.ts'
import { withEdits } from '../check/written-row.ts'
import { getKind } from '../kinds/kinds.ts'
import { loadSpelling } from '../match/spelling.server.ts'
import { editsOf } from '../store/edits.server.ts'
import { type ImportRecord, type Tally, tallyOf } from '../store/import-record.server.ts'
import { runningTally } from '../store/tally.ts'
import { cellsOfFirm, cellsOfPerson, cellsOfTeam } from './staged-cells.ts'

export interface Rejudging {
  readonly q: Query
  readonly record: ImportRecord
  readonly secrets: Secrets
  readonly today: Day
}

export interface Rejudged {
  readonly tally: Tally
  /** Other rows whose judgement hung on these. */
  readonly alsoChanged: readonly number[]
}

const chunk = 500

/** In one transaction with what caused it; the import is locked. */
export async function rejudge(of: Rejudging, rows: readonly number[], surroundings?: Surroundings): Promise<Rejudged> {
  const { q, record, secrets, today } = of
  const around = surroundings ?? (await surroundingsKept(of))
  const pinyin = await loadSpelling()
  const context = judgeContext(record, around, { secrets, today, pinyin, ...twinsInTable(q, record) })
  const tally = runningTally(tallyOf(record.counts), record.causes)
  const touched = new Set<string>()
  const again = async (numbers: readonly number[], note: boolean): Promise<void> => {
    for (let at = 0; at < numbers.length; at += chunk) {
      const before = await stagedRows(q, record, numbers.slice(at, at + chunk))
      const edits = await editsOf(q, secrets, record, numbers.slice(at, at + chunk))
      const judged = await judgeRows(
        q,
        context,
        before.map((row) => withEdits(writtenOf(row, of, around), edits.of(row.row))),
      )
      await replaceRows(q, record, judged)
      for (const row of before) tally.add(row, -1)
      for (const row of judged) tally.add(row)
      if (note) for (const { id_digest } of [...before, ...judged]) if (id_digest) touched.add(Buffer.from(id_digest).toString('hex'))
    }
  }
  await again(
    [...rows].sort((a, b) => a - b),
    true,
  )
  const others = (await rowsWithDigests(q, record, [...touched])).filter((row) => !rows.includes(row))
  await again(others, false)
  await q('update import_file set counts = $3, causes = $4 where district_id = $1 and id = $2', [
    record.district_id,
    record.id,
    JSON.stringify(tally.tally()),
    JSON.stringify(tally.causes()),
  ])
  return { tally: tally.tally(), alsoChanged: others }
}

/** As the file has it. */
function writtenOf(row: StagedRow, { record, secrets }: Rejudging, { firms }: Surroundings): WrittenRow {
  const cells = originalCells(row, record, secrets, (id) => firms.byId.get(id)?.name)
  return { row: row.row, cells, original: cells, mended: false, kept: [] }
}

export function originalCells(
  row: StagedRow,
  record: Pick<ImportRecord, 'id' | 'kind'>,
  secrets: Secrets,
  firmName: (id: Id) => string | undefined,
): WrittenRow['cells'] {
  if (row.raw) return openCells(secrets, record.id, row.row, row.raw)
  if (getKind(record.kind).about === 'firms') return cellsOfFirm(row)
  const open = (field: 'idNumber' | 'phone', sealed: Uint8Array | null) =>
    sealed && row.person_id ? secrets.open(field, row.person_id, sealed) : undefined
  if (getKind(record.kind).about === 'teams')
    return cellsOfTeam(row, { idNumber: open('idNumber', row.id_number), phone: open('phone', row.phone_sealed) })
  return cellsOfPerson(row, { idNumber: open('idNumber', row.id_number), phone: open('phone', row.phone_sealed), firmName })
}

const columns = stagedColumns.join(', ')

export const stagedRows = (q: Query, { district_id, id }: ImportRecord, rows: readonly number[]): Promise<StagedRow[]> =>
  q<StagedRow>(`select ${columns} from import_row where district_id = $1 and import_id = $2 and row = any ($3::int[]) order by row`, [
    district_id,
    id,
    rows,
  ])

async function replaceRows(q: Query, { district_id, id }: ImportRecord, rows: readonly StagedRow[]): Promise<void> {
  const asText = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value]),
    ),
  )
  const set = stagedColumns.filter((column) => column !== 'row')
  await q(
    `update import_row r set (${set.join(', ')}) = (select ${set.map((column) => `n.${column}`).join(', ')})
     from jsonb_populate_recordset(null::import_row, $3::jsonb) n
     where r.district_id = $1 and r.import_id = $2 and r.row = n.row`,
    [district_id, id, JSON.stringify(asText)],
  )
}

const rowsWithDigests = async (q: Query, { district_id, id }: ImportRecord, digests: readonly string[]): Promise<number[]> =>
  digests.length === 0
    ? []
    : (
        await q<{ row: number }>(
          'select row from import_row where district_id = $1 and import_id = $2 and id_digest = any ($3::bytea[]) order by row limit 2000',
          [district_id, id, digests.map((digest) => Buffer.from(digest, 'hex'))],
        )
      ).map(({ row }) => row)

/** The first row before each that is the same person, looked for among the rows that are judged already. */
function twinsInTable(q: Query, { district_id, id }: ImportRecord): Pick<JudgeContext, 'twins' | 'claims'> {
  const pairs = async (sql: string, values: readonly unknown[]) =>
    new Map((await q<{ row: number; twin: number }>(sql, [district_id, id, ...values])).map(({ row, twin }) => [row, twin]))
  return {
    async twins(rows) {
      const byId = rows.filter(({ of }) => of.id_digest)
      const byPhone = rows.filter(({ of }) => !of.id_digest && of.phone_digest)
      const found =
        byId.length > 0
          ? await pairs(twinsById, [byId.map(({ row }) => row), byId.map(({ of }) => of.id_digest)])
          : new Map<number, number>()
      if (byPhone.length === 0) return found
      const more = await pairs(twinsByPhone, [
        byPhone.map(({ row }) => row),
        byPhone.map(({ of }) => of.phone_digest),
        byPhone.map(({ of }) => of.name),
      ])
      return new Map([...found, ...more])
    },
    claims: async (rows) =>
      rows.length > 0 ? await pairs(claims, [rows.map(({ row }) => row), rows.map(({ person }) => person)]) : new Map(),
  }
}

const joined = 'join import_row r on r.district_id = $1 and r.import_id = $2 and r.row < g.row'
const twinsById = `select g.row, min(r.row) as twin from unnest($3::int[], $4::bytea[]) g (row, digest) ${joined} and r.id_digest = g.digest group by 1`
const twinsByPhone = `select g.row, min(r.row) as twin from unnest($3::int[], $4::bytea[], $5::text[]) g (row, digest, name) ${joined}
  and r.id_digest is null and r.phone_digest = g.digest and r.name = g.name group by 1`
const claims = `select g.row, min(r.row) as twin from unnest($3::int[], $4::uuid[]) g (row, person) ${joined}
  and r.person_id = g.person and r.verdict in ('same', 'changed') group by 1`

const kept = new Map<Id, { readonly found: Promise<Surroundings>; readonly at: number }>()
const freshMillis = 60_000

/** Edits come one after the other: what they are judged against is read once a minute. */
function surroundingsKept({ q, record, today }: Rejudging): Promise<Surroundings> {
  const known = kept.get(record.id)
  const now = performance.now()
  if (known && now - known.at < freshMillis) return known.found
  for (const [id, { at }] of kept) if (now - at >= freshMillis || kept.size >= 8) kept.delete(id)
  const found = surroundingsOf(q, record, today)
  kept.set(record.id, { found, at: now })
  found.catch(() => kept.delete(record.id))
  return found
}
