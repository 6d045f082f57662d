/** Lines for COPY made beforehand: of the bare table, and of Hexie's own tables with everything already spelt, sealed and placed. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { demoDistrict } from '#registry/demo.ts'
import { day } from '#kernel/day.ts'
import { districtPlan } from '#registry/demo/full/plan.ts'
import type { WorkerRow } from '#registry/demo/full/people/workers.ts'
import { openSpeller, type Speller } from '#registry/demo/full/people/speller.server.ts'
import { secretsFrom, type Secrets } from '#registry/secrets/cipher.server.ts'
import { copyField } from './copy-in.server.ts'

export interface CopyFiles {
  readonly bare: string
  readonly person: string
  readonly engagement: string
}

export const copyStatements = {
  bare: 'copy bare.person (firm_id, name, id_hash, id_number, phone, job, skill, education, member_on) from stdin',
  plain: 'copy bare.plain (firm_id, name, id_hash, id_number, phone, job, skill, education, member_on) from stdin',
  person: `copy person (district_id, id, name, sort_name, initials, unit_id, sex, birth, skill, education, id_number, id_digest, phone_sealed,
    phone_digest, firm_id, union_id, member_since, active) from stdin`,
  engagement: 'copy engagement (district_id, id, person_id, organisation_id, kind, job, since, until, approved_on) from stdin',
} as const

const hex = (bytes: Uint8Array): string => `\\\\x${Buffer.from(bytes).toString('hex')}`
export const idHash = (idNumber: string): string => hex(createHash('sha256').update(idNumber).digest())

/** `rows` people with a firm, as many as the roster has. */
export async function ensureCopyFiles(place: string, rows: number): Promise<CopyFiles> {
  const files = { bare: join(place, 'bare.tsv'), person: join(place, 'person.tsv'), engagement: join(place, 'engagement.tsv') }
  if (Object.values(files).every((file) => existsSync(file))) return files
  const speller = await openSpeller()
  const key = (purpose: 'seal' | 'digest') => ({ purpose, version: 1, bytes: new Uint8Array(32).fill(purpose.length) })
  const secrets = secretsFrom({ district: demoDistrict.id, keys: [key('seal'), key('digest')] })
  const write = async (file: string, line: (row: WorkerRow) => string) => {
    await writeFile(`${file}.part`, Readable.from(pieces(rows, line)))
    await rename(`${file}.part`, file)
  }
  await write(files.bare, bareLine)
  await write(files.person, (row) => personLine(row, secrets, speller))
  await write(files.engagement, engagementLines)
  return files
}

function* pieces(rows: number, line: (row: WorkerRow) => string): Generator<string> {
  const { people } = districtPlan(day('2026-11-22'), [])
  let left = rows
  for (let from = 0; left > 0; from += 2_000) {
    const some = people.some(from, 2_000).filter(({ engagements }) => engagements.some(({ kind }) => kind === 'employment'))
    yield some.slice(0, left).map(line).join('')
    left -= some.length
  }
}

const workOf = (row: WorkerRow) => row.engagements.findLast(({ kind }) => kind === 'employment')!
const fields = (values: readonly (string | undefined)[]): string => `${values.join('\t')}\n`

function bareLine(row: WorkerRow): string {
  const work = workOf(row)
  const text = [row.surname + row.given, idHash(row.idNumber), row.idNumber, `142${row.phone.slice(3)}`, copyField(work.job)]
  return fields([work.at, ...text, copyField(row.skill?.toString()), String(row.education), copyField(row.memberSince)])
}

function personLine(row: WorkerRow, { seal, digest }: Secrets, spell: Speller): string {
  const { sortName, initials } = spell(row.surname, row.given)
  return fields([
    demoDistrict.id,
    row.id,
    row.surname + row.given,
    sortName,
    initials,
    row.unit,
    row.sex,
    row.birth,
    copyField(row.skill?.toString()),
    String(row.education),
    hex(seal('idNumber', row.id, row.idNumber)),
    hex(digest('idNumber', row.idNumber)),
    hex(seal('phone', row.id, row.phone)),
    hex(digest('phone', row.phone)),
    copyField(row.firm),
    copyField(row.union),
    copyField(row.memberSince),
    row.active ? 't' : 'f',
  ])
}

const engagementLines = (row: WorkerRow): string =>
  row.engagements
    .map(({ id, person, at, kind, job, since, until, approvedOn }) =>
      fields([demoDistrict.id, id, person, at, kind, copyField(job), since, copyField(until), copyField(approvedOn)]),
    )
    .join('')
