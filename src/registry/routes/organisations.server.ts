/** Organisations over HTTP: those within reach, one by one and as a list, and new ones below a body the caller governs. */
import { z } from 'zod'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { badInput, forbidden, notFound } from '#platform/problem.ts'
import {
  mayLieBelow,
  type Organisation,
  organisationInput,
  type OrganisationInput,
  organisationKindShape,
  unitKinds,
} from '../organisation.ts'
import { organisationColumns, organisationOf, type OrganisationRow } from '../organisation-rows.server.ts'
import { spellOrganisations } from '../pinyin.server.ts'
import { governs, knows } from '../reach.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { organisationReach, page } from './lists.server.ts'
import { organisationWire, organisationWireShape, pageOf, pageQuery } from './wire.ts'

const config = { access: { who: 'signed-in' } } as const
const tags = ['registry']

export function organisationRoutes(app: Http, deps: RegistryDeps): void {
  const { db } = deps
  const querystring = pageQuery.extend({ kind: organisationKindShape.optional(), unit: z.uuid().optional() })
  app.get(
    '/api/organisations',
    { config, schema: { tags, querystring, response: { 200: pageOf(organisationWireShape) } } },
    async (request) => {
      const caller = callerOf(request)
      const { q, kind, unit } = request.query
      const { all, trees, units } = organisationReach(caller)
      const { rows, ...rest } = await page<OrganisationRow>(db, caller, request.query, {
        columns: organisationColumns,
        from: listSql,
        values: [caller.district, all, trees, units, kind ?? null, unit ?? null, q?.toLowerCase() ?? ''],
        name: 'name',
        id: 'id',
      })
      return { items: rows.map((row) => organisationWire(organisationOf(row))), ...rest }
    },
  )

  const params = z.object({ id: z.uuid() })
  app.get('/api/organisations/:id', { config, schema: { tags, params, response: { 200: organisationWireShape } } }, async (request) => {
    const caller = callerOf(request)
    return organisationWire(await known(deps, caller, request.params.id))
  })

  app.post(
    '/api/organisations',
    { config, schema: { tags, body: organisationInput, response: { 201: organisationWireShape } } },
    async (request, reply) => {
      const made = await enter(deps, callerOf(request), request.body)
      return reply.code(201).send(organisationWire(made))
    },
  )
}

const listSql = `
  from organisation
  where district_id = $1 and ($2 or unit_id = any ($3::uuid[]) or id = any ($4::uuid[]))
    and ($5::text is null or kind = $5) and ($6::uuid is null or unit_id = $6)
    and ($7 = '' or strpos(lower(name), $7) > 0 or strpos(initials, $7) > 0 or strpos(pinyin, $7) > 0)`

/** The organisation, if the caller may know of it; throws 404 otherwise. */
export async function known({ directory }: Pick<RegistryDeps, 'directory'>, caller: Caller, id: Id): Promise<Organisation> {
  const found = await directory.organisationById(caller.district, id)
  if (!found || !knows(caller.posts, found)) throw notFound()
  return found
}

async function enter(deps: RegistryDeps, caller: Caller, input: OrganisationInput): Promise<Organisation> {
  const parent = input.parent ? await known(deps, caller, input.parent) : undefined
  if (!governs(caller.posts, parent ?? { id: '', path: [] }, 'below')) throw forbidden()
  if (!mayLieBelow(input.kind, parent?.kind))
    throw badInput([{ path: 'parent', says: text('这类组织不能设在这里', 'An organisation of this kind cannot be placed there') }])
  for (const [path, kind] of [
    ['firm', 'firm'],
    ['street', 'street'],
  ] as const)
    await checkReference(deps, caller, input, path, kind, parent)
  const made = placed(input, caller.district, parent)
  await insert(deps, caller, made)
  return made
}

async function checkReference(
  deps: RegistryDeps,
  caller: Caller,
  input: OrganisationInput,
  path: 'firm' | 'street',
  kind: string,
  parent: Organisation | undefined,
): Promise<void> {
  const id = input[path]
  if (!id) return
  const found = await deps.directory.organisationById(caller.district, id)
  if (found?.kind !== kind) throw badInput([{ path, says: text('没有这个组织', 'There is no such organisation') }])
  // What stands for a firm is looked up by everybody in dispute with it: only those above the firm, or of its own union, set it up.
  if (path === 'firm' && parent?.firm !== id && !governs(caller.posts, found, 'unit')) throw forbidden()
}

function placed(
  { parent: _parent, shortName, since, ...input }: OrganisationInput,
  district: Id,
  parent: Organisation | undefined,
): Organisation {
  const id = newId()
  const unit = unitKinds.includes(input.kind) ? id : parent?.unit
  const street = input.kind === 'street' ? id : (input.street ?? parent?.street)
  return {
    ...(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as typeof input as Organisation),
    id,
    district,
    shortName: shortName ?? input.name,
    since: since as Organisation['since'],
    path: [...(parent?.path ?? []), id],
    ...(parent && { parent: parent.id }),
    ...(unit && { unit }),
    ...(street && { street }),
  }
}

async function insert({ db, session }: RegistryDeps, caller: Caller, made: Organisation): Promise<void> {
  const [spelling] = await spellOrganisations([made.name])
  const { district, id, kind, name, shortName, path, designated, mediates, since } = made
  await db.ask(caller.scope, insertSql, [
    district,
    id,
    kind,
    name,
    shortName,
    spelling!.pinyin,
    spelling!.initials,
    made.parent ?? null,
    made.unit ?? null,
    path,
    made.firm ?? null,
    made.street ?? null,
    made.sector ?? null,
    made.employees ?? null,
    designated,
    made.address ?? null,
    mediates,
    since,
  ])
  await session.registryChanged(district)
}

const insertSql = `
  insert into organisation (district_id, id, kind, name, short_name, pinyin, initials, parent_id, unit_id, path, firm_id, street_id, sector,
    employees, designated, address, mediates, since)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`
