/** One bargaining from the offer to the published contract, every step judged and durable, ten at a time; beside the same number of bare writes. */
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { dueOf, type Entry, factsOf, lawStepsOf, type Now } from '#engine'
import { take } from '#engine/store/append.server.ts'
import { fill } from '#engine/store/kept/fill.server.ts'
import { type LoadedCase, findCase } from '#engine/store/load.server.ts'
import { open } from '#engine/store/open.server.ts'
import { day, type Day } from '#kernel/day.ts'
import { count, workingDays } from '#law'
import { seedFigures } from '#law/figures/seed-figures.server.ts'
import { nationalCalendar } from '#law/national-days.ts'
import { type Database, openDatabase } from '#platform/database.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import bargaining from '#projects/qiangshen/collective-bargaining/index.ts'
import congress from '#projects/qiangshen/workers-congress/index.ts'
import { lookups } from '#projects/lookups.server.ts'
import { afterEffect, courseOf } from '#projects/qiangshen/collective-bargaining/seed/course.ts'
import { demoDistrict, demoFirms, demoPeople, organisationId } from '#registry/demo.ts'
import { copyOf, ensureTemplate, openCluster, ownerOf, seeded } from '../data.server.ts'
import { type Figures, figuresOf, percentile, type Round, type Row } from '../figures.ts'

const start = day('2026-03-02')
const now: Now = { today: day('2026-06-30'), region: demoDistrict.region, calendar: nationalCalendar }
const house = houseScope(demoDistrict.id)
const mechanisms = new Map([bargaining, congress].map((m) => [m.procedure.id, m]))
const clients = 10
const later = (from: Day, n: number): Day =>
  n === 0 ? from : count({ start: from, period: workingDays(n), direction: 'after', calendar: now.calendar }).last

/** The firm of the demonstration that the stories leave free, bargaining as often as asked. */
const course = {
  target: {
    owner: {
      id: organisationId('mingxiUnion'),
      name: `${demoFirms.mingxi.name}工会`,
      shortName: '明晰光电工会',
      unit: organisationId('xiasha'),
      path: [demoDistrict.id, organisationId('xiasha'), organisationId('mingxiUnion')],
    },
    firm: { id: organisationId('mingxi'), name: demoFirms.mingxi.name, employees: demoFirms.mingxi.employees, designated: true },
    chair: demoPeople.lvWenqing,
    representative: demoPeople.tanZhiyong,
    workers: [],
  },
  kind: 'wage',
  stage: 'inForce',
  start,
  later,
} as const

/** From the offer to the notice on the wall; answers how long each write took, in milliseconds. */
async function bargain(db: Database, serial: string): Promise<readonly number[]> {
  const took: number[] = []
  const clocked = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const done = await work()
    took.push(performance.now() - from)
    return done
  }
  const { owner, firm } = course.target
  const about = (file: LoadedCase | undefined) => ({
    m: bargaining,
    lookups,
    region: now.region,
    owner: { ...owner, firm: firm.id },
    ...(file ? { caseId: file.id } : {}),
    known: file ? factsOf(bargaining.procedure, file.log) : {},
  })
  const [offer, ...steps] = courseOf(course)
  const at = (on: Day): Now => ({ ...now, today: on })
  const id = await clocked(async () => {
    const entry = await fill(db, demoDistrict.id, about(undefined), offer!)
    const opened = await open(db, house, { m: bargaining, owner, entry, key: `${serial}:0`, now: at(entry.on), instant: new Date() })
    if ('refused' in opened) throw new Error(JSON.stringify(opened.refused))
    return opened.id
  })
  let file = (await findCase(db, house, id))!
  const step = async (typed: Entry, n: number): Promise<void> => {
    await clocked(async () => {
      const entry = await fill(db, demoDistrict.id, about(file), typed)
      const outcome = await take(db, house, {
        m: bargaining,
        file,
        entry,
        key: `${serial}:${n}`,
        now: at(entry.on),
        instant: new Date(),
        mechanisms,
      })
      if (!('taken' in outcome)) throw new Error(`${typed.step}: ${JSON.stringify(outcome)}`)
      file = outcome.taken.file
    })
  }
  let n = 0
  for (const entry of steps) await step(entry, ++n)
  const [effect] = lawStepsOf(bargaining.procedure, dueOf(bargaining.procedure, file.log, now), now.today)
  await step({ step: effect!.step, by: 'law', on: effect!.on }, ++n)
  for (const entry of afterEffect(course, effect!.on)) await step(entry, ++n)
  return took
}

async function round(many: number, work: (n: number) => Promise<readonly number[]>): Promise<Round & { readonly writes: number }> {
  let next = 0
  const took: number[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = next++; n < many; n = next++) took.push(...(await work(n)))
    }),
  )
  const seconds = (performance.now() - from) / 1_000
  took.sort((a, b) => a - b)
  return { perSecond: many / seconds, p50: percentile(took, 0.5), p99: percentile(took, 0.99), bytes: 0, writes: took.length / many }
}

const bareStep = `
with moved as (
  update bare.case_row set seq = seq + 1, facts = jsonb_set(coalesce(facts, '{}'), '{step}', $4::jsonb), updated_at = now() where id = $1 returning id, seq
)
insert into bare.step (case_id, seq, step, person_name, at, input) select id, seq, $2, $3, now(), $4::jsonb from moved`

/** As many plain writes as the bargaining had steps, with the same inputs. */
async function bare(pool: pg.Pool, writes: number): Promise<readonly number[]> {
  const took: number[] = []
  const { rows } = await pool.query(`insert into bare.case_row (id, number, seq) values (gen_random_uuid(), 'bare', 0) returning id`)
  const inputs = courseOf(course)
  for (let n = 0; n < writes; n++) {
    const from = performance.now()
    const { step, input = {} } = inputs[n % inputs.length]!
    await pool.query({ name: 'bare-step', text: bareStep, values: [rows[0].id, step, 'somebody', JSON.stringify(input)] })
    took.push(performance.now() - from)
  }
  return took
}

/** Whole bargainings a second; milliseconds are those of one step. */
export async function bargainingWork(folder: string, rounds: number, each: number): Promise<readonly Row[]> {
  const cluster = await openCluster(folder)
  const sql = await readFile(join(import.meta.dirname, '..', 'bare.sql'), 'utf8')
  const template = await ensureTemplate(cluster, 'bargain', [sql], async (url) => {
    await seeded(url, now.today)
    const db = openDatabase({ url })
    await db.within(house, (q) => seedFigures(q, demoDistrict.id, now.today))
    await db.close()
    const owner = await ownerOf(url)
    await owner.query(sql)
    await owner.end()
  })
  const url = await copyOf(cluster, template, 'bargain_run')
  const db = openDatabase({ url })
  const pool = new pg.Pool({ connectionString: url, max: clients })
  try {
    const hexie: Round[] = []
    const plain: Round[] = []
    let writes = 0
    for (let at = -1; at < rounds; at++) {
      const measured = await round(each, (n) => bargain(db, `bench-${at}-${n}`))
      writes = measured.writes
      const beside = await round(each, () => bare(pool, writes))
      if (at >= 0) hexie.push(measured) && plain.push(beside)
    }
    const [figures, beside]: Figures[] = [figuresOf(hexie), figuresOf(plain)]
    return [
      { name: `${writes} plain writes`, figures: beside! },
      { name: `a bargaining of ${writes} steps, offer to publication`, figures: figures!, beside: beside! },
    ]
  } finally {
    await pool.end()
    await db.close()
    await cluster.stop()
  }
}
