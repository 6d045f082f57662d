/** Cases over HTTP: open, list, read, take a step. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, conflict, forbidden } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { Mechanism } from '../mechanism.ts'
import { caseWire } from '../present.ts'
import { involvedIn, openingRoles, rolesIn } from '../roles.ts'
import { type Entry, factsOf, listOf, type Now, type Refusal, refusal, stateOf, stepOf } from '../run.ts'
import { openingOf, take, type Writing } from '../store/append.server.ts'
import { caseRow } from '../store/case-rows.ts'
import { countCap, cursorAfter, isCursor, listCases } from '../store/list.server.ts'
import { fill } from '../store/kept/fill.server.ts'
import type { LoadedCase } from '../store/load.server.ts'
import { findByKey, open } from '../store/open.server.ts'
import type { CaseRow, CaseWire, Page } from '../wire.ts'
import { type Engine, dayOrToday, keyOf, mechanismOf, refused, seenCase, staleRefusal } from './engine.server.ts'
import { checkAppointment, checkCompetence } from './registry-checks.server.ts'
import { idParam, listing, opening, taking } from './schema.ts'

const signedIn = { access: { who: 'signed-in' } } as const
const anyAnswer = z.custom<CaseWire>()

export function caseRoutes(app: Http, engine: Engine): void {
  app.post(
    '/api/cases',
    { config: { ...signedIn, rateLimit: limits.openCase }, schema: { body: opening, response: { 201: anyAnswer } } },
    async (request, reply) => {
      const id = await openCase(engine, callerOf(request), request.body)
      return reply.code(201).send(await readCase(engine, callerOf(request), id))
    },
  )
  app.get(
    '/api/cases',
    { config: signedIn, schema: { querystring: listing, response: { 200: z.custom<Page<CaseRow>>() } } },
    async (request) => pageOf(engine, callerOf(request), request.query),
  )
  app.get('/api/cases/:id', { config: signedIn, schema: { params: idParam, response: { 200: anyAnswer } } }, async (request) =>
    readCase(engine, callerOf(request), request.params.id),
  )
  app.post(
    '/api/cases/:id/steps',
    { config: signedIn, schema: { params: idParam, body: taking, response: { 200: z.custom<CaseWire | BriefCase>() } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { m, file, now } = await takeStep(engine, caller, request.params.id, request.body)
      if (!/\breturn=minimal\b/.test(String(request.headers.prefer ?? ''))) return caseWire(m, file, caller, now)
      reply.header('preference-applied', 'return=minimal')
      return { id: file.id, number: file.number, state: stateOf(m.procedure, file.log)!, seq: file.seq }
    },
  )
}

/** What a program that takes many steps wants back: `Prefer: return=minimal` (RFC 7240). */
type BriefCase = Pick<CaseWire, 'id' | 'number' | 'state' | 'seq'>

/** A case as it stands after a request, not yet put into the caller's words. */
interface Stood {
  readonly m: Mechanism
  readonly file: LoadedCase
  readonly now: Now
}

async function readCase(engine: Engine, caller: Caller, id: string): Promise<CaseWire> {
  const { m, file } = await seenCase(engine, caller, id)
  return caseWire(m, file, caller, await engine.nowOf(caller.district))
}

function knownStep(m: Mechanism, step: string) {
  if (!Object.hasOwn(m.procedure.steps, step))
    throw badInput([{ path: 'step', says: { zh: `没有“${step}”这一步`, en: `There is no step “${step}”` } }])
  return stepOf(m.procedure, step)
}

/** In which role this step would be taken: one's own where there is one, else recorded at the desk for the party whose step it is. */
function actingAs(m: Mechanism, step: string, roles: readonly string[], wanted?: string): Pick<Entry, 'by' | 'recordedBy'> | undefined {
  const definition = knownStep(m, step)
  const own = listOf(definition.by).filter((role) => roles.includes(role))
  const by = wanted ? own.find((role) => role === wanted) : own[0]
  if (by) return { by }
  const recorder = listOf(definition.recordedBy).find((role) => roles.includes(role))
  const party = listOf(definition.by).find((role) => m.procedure.roles[role]?.kind === 'party' && (wanted === undefined || wanted === role))
  return recorder && party ? { by: party, recordedBy: recorder } : undefined
}

function entryOf(
  m: Mechanism,
  caller: Caller,
  acting: Pick<Entry, 'by' | 'recordedBy'>,
  body: { step: string; input?: unknown },
  on: Day,
): Entry {
  const person = { id: caller.person, name: caller.name }
  const step = stepOf(m.procedure, body.step)
  const signed =
    step.signedBy && acting.recordedBy === undefined && isRecord(body.input) ? step.signedBy(body.input, person, acting.by) : body.input
  return { step: body.step, on, ...acting, person: person.id, name: person.name, ...(signed === undefined ? {} : { input: signed }) }
}

/** The desk records what happened before; who acts with their own hand acts now, or no period would bind a party. */
function dayTaken(m: Mechanism, { by, recordedBy }: Pick<Entry, 'by' | 'recordedBy'>, wanted: string | undefined, today: Day): Day {
  const on = dayOrToday(wanted, today)
  if (on !== today && recordedBy === undefined && m.procedure.roles[by]?.kind === 'party')
    throw badInput([{ path: 'on', says: { zh: `自己办的事，日期就是今天 ${today}`, en: `What you do yourself is dated today, ${today}` } }])
  return on
}

const isRecord = (input: unknown): boolean => typeof input === 'object' && input !== null && !Array.isArray(input)

function answerRefusal(m: Mechanism, step: string, why: Refusal): never {
  if (why.why === 'incomplete' && why.faults.length > 0) {
    throw badInput(why.faults.map(({ path, says }) => ({ path: path === 'on' ? 'on' : `input${path ? `.${path}` : ''}`, says })))
  }
  throw refused(m, step, why)
}

async function openCase(engine: Engine, caller: Caller, body: z.infer<typeof opening>): Promise<string> {
  const m = mechanismOf(engine, body.procedure)
  const step = knownStep(m, body.step)
  const owner = await engine.directory.organisationById(caller.district, body.owner)
  if (!owner || !m.procedure.owners.includes(owner.kind))
    throw badInput([{ path: 'owner', says: { zh: '没有这个承办组织', en: 'No such owner' } }])
  if (step.from !== undefined) throw badInput([{ path: 'step', says: { zh: '这一步不能用来立案', en: 'This step does not open a case' } }])
  const key = keyOf(caller, body.key)
  const before = await findByKey(engine.db, caller.scope, key)
  if (before) return openedBy(before)
  const roles = openingRoles(m.procedure, owner, caller)
  // A step that is taken down at the counter is not for the party's own hand: nobody signs it.
  const acting = actingAs(m, body.step, step.recordedBy ? roles.filter((role) => m.procedure.roles[role]?.kind !== 'party') : roles)
  if (!acting) throw forbidden()
  const now = await engine.nowOf(caller.district)
  const typed = entryOf(m, caller, acting, body, dayTaken(m, acting, body.on, now.today))
  const entry = await fill(engine.db, caller.district, { m, lookups: engine.lookups, region: now.region, owner, known: {} }, typed)
  checkCompetence(m, [entry], owner, 'owner')
  try {
    const opened = await open(engine.db, houseScope(caller.district), {
      m,
      owner: { ...owner, unit: owner.unit ?? null },
      entry,
      key,
      now,
      instant: engine.instant(),
    })
    if ('refused' in opened) return answerRefusal(m, body.step, opened.refused)
    engine.live.wake()
    return opened.id
  } catch (error) {
    const other = isTaken(error) ? await findByKey(engine.db, caller.scope, key) : undefined
    if (other) return openedBy(other)
    throw isTaken(error) ? conflict(staleRefusal) : error
  }
}

/** The key was written by the same request arriving twice at once. */
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505'

async function takeStep(engine: Engine, caller: Caller, id: string, body: z.infer<typeof taking>): Promise<Stood> {
  const key = keyOf(caller, body.key)
  const { m, file } = await seenCase(engine, caller, id, key)
  knownStep(m, body.step)
  const now = await engine.nowOf(caller.district)
  if (file.replayed !== null) return replayed({ m, file, now }, body.step)
  if (body.seen !== undefined && body.seen !== file.seq) throw conflict(staleRefusal)
  const roles = rolesIn(m.procedure, involvedIn(m.procedure, factsOf(m.procedure, file.log)), file.owner, caller)
  const acting = actingAs(m, body.step, roles, body.as)
  if (!acting) throw refused(m, body.step, { why: 'not you', by: listOf(stepOf(m.procedure, body.step).by) })
  const entry = await recordedEntry(
    engine,
    caller,
    { m, file, now },
    entryOf(m, caller, acting, body, dayTaken(m, acting, body.on, now.today)),
  )
  await checkAppointment(engine, caller, m, file, entry)
  const moved = await newOwner(engine, caller, m, file.log, entry, now)
  try {
    // Who hands a case over may lose sight of it with this very step, so the house writes it; the right to it was judged above.
    const outcome = await take(
      engine.db,
      moved ? houseScope(caller.district) : caller.scope,
      await withOpening(engine, caller.district, {
        m,
        file,
        entry,
        key,
        now,
        instant: engine.instant(),
        mechanisms: engine.mechanisms,
        ...(moved ? { moved } : {}),
      }),
    )
    if ('refused' in outcome) return answerRefusal(m, body.step, outcome.refused)
    if ('stale' in outcome) return await replayOr(engine, caller, id, key, body.step)
    engine.live.wake()
    return { m, file: outcome.taken.file, now }
  } catch (error) {
    if (!isTaken(error)) throw error
    return await replayOr(engine, caller, id, key, body.step)
  }
}

/** The entry with what the house knows of itself. */
const recordedEntry = (engine: Engine, caller: Caller, { m, file, now }: Stood, entry: Entry): Promise<Entry> =>
  fill(
    engine.db,
    caller.district,
    { m, lookups: engine.lookups, region: now.region, owner: file.owner, caseId: file.id, known: factsOf(m.procedure, file.log) },
    entry,
  )

/** The same for the first step of a case that this step opens; asked only when the step itself may be taken. */
async function withOpening(engine: Engine, district: Caller['district'], writing: Writing): Promise<Writing> {
  const { m, file, entry, now } = writing
  if (!stepOf(m.procedure, entry.step).opens || refusal(m.procedure, file.log, entry, now)) return writing
  const opens = openingOf(writing)
  if (!opens) return writing
  const asked = { m: opens.m, lookups: engine.lookups, region: now.region, owner: { ...opens.owner, path: file.owner.path }, known: {} }
  const opening = await fill(engine.db, district, asked, opens.entry)
  const why = refusal(opens.m.procedure, [], opening, now)
  return why ? answerRefusal(opens.m, opening.step, why) : { ...writing, opening }
}

const keyIsUsed = () => badInput([{ path: 'key', says: { zh: '这个编号已经用来办过别的事', en: 'This key was used for something else' } }])

function openedBy({ id, seq }: { readonly id: string; readonly seq: number }): string {
  if (seq !== 1) throw keyIsUsed()
  return id
}

/** The same answer again; a key that did something else is a mistake of the program that sent it, and is told so. */
function replayed(stood: Stood, step: string): Stood {
  if (stood.file.log.find((entry) => entry.seq === stood.file.replayed)?.step !== step) throw keyIsUsed()
  return stood
}

/** Somebody was faster: the same request a moment before, or another person. */
async function replayOr(engine: Engine, caller: Caller, id: string, key: string, step: string): Promise<Stood> {
  const { m, file } = await seenCase(engine, caller, id, key)
  if (file.replayed === null) throw conflict(staleRefusal)
  return replayed({ m, file, now: await engine.nowOf(caller.district) }, step)
}

async function newOwner(
  engine: Engine,
  caller: Caller,
  m: Mechanism,
  log: readonly Entry[],
  entry: Entry,
  now: Now,
): Promise<LoadedCase['owner'] | undefined> {
  const { movesTo } = stepOf(m.procedure, entry.step)
  if (!movesTo) return undefined
  const why = refusal(m.procedure, log, entry, now)
  if (why) return answerRefusal(m, entry.step, why)
  const to = movesTo(factsOf(m.procedure, [...log, entry]))
  const owner = typeof to === 'string' ? await engine.directory.organisationById(caller.district, to) : undefined
  if (!owner || !m.procedure.owners.includes(owner.kind))
    throw badInput([{ path: 'input.to', says: { zh: '没有这个承办组织', en: 'No such owner' } }])
  checkCompetence(m, [...log, entry], owner, 'input.to')
  return { id: owner.id, name: owner.name, shortName: owner.shortName, path: owner.path, unit: owner.unit ?? null }
}

async function pageOf(engine: Engine, caller: Caller, query: z.infer<typeof listing>): Promise<Page<CaseRow>> {
  if (query.after && !isCursor(query.after))
    throw badInput([{ path: 'after', says: { zh: '翻页标记无效', en: 'Not a cursor of this list' } }])
  const { today } = await engine.nowOf(caller.district)
  const { open: isOpen, unit, ...rest } = query
  const place = unit ? await placeOf(engine, caller, unit) : {}
  const { rows, total } = await listCases(
    engine.db,
    caller.scope,
    { ...rest, ...place, ...(isOpen ? { open: isOpen === 'true' } : {}) } as Parameters<typeof listCases>[2],
    today,
  )
  const page = rows.slice(0, query.limit)
  const items = page.flatMap((row) => {
    const m = engine.mechanisms.get(row.procedure)
    return m ? [caseRow(m, row, caller, today)] : []
  })
  return {
    items,
    total: Math.min(total, countCap),
    ...(total > countCap ? { totalCapped: true } : {}),
    ...(rows.length > query.limit ? { next: cursorAfter(page.at(-1)!, query.sort) } : {}),
  }
}

/** A federation's cases are all that lie under it; another body's are those it owns. */
async function placeOf(engine: Engine, caller: Caller, id: string): Promise<{ readonly unit: string } | { readonly owner: string }> {
  const organisation = await engine.directory.organisationById(caller.district, id)
  return organisation?.unit === id ? { unit: id } : { owner: id }
}
