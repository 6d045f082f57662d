/** GET /api/me: the person signed in, their posts of today and the shells that open to them; and their own name, while they hold no post. */
import { z } from 'zod'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { forbidden } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import { actor, record } from '../privacy/audit.server.ts'
import { personNameShape } from '../person.ts'
import { isPostKind, postKinds, shellsOf } from '../post.ts'
import { spellPeople } from '../pinyin.server.ts'
import type { RegistryDeps } from '../routes.server.ts'
import { postWireShape } from './wire.ts'

const meShape = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  district: z.string(),
  region: z.string(),
  posts: z.array(
    postWireShape.extend({
      /** The firm of an enterprise union, which those who sit in the union know by name. */
      firm: z.object({ id: z.string(), name: z.string() }).optional(),
    }),
  ),
  shells: z.array(z.enum(['worker', 'desk'])),
})

type Firms = ReadonlyMap<string, { readonly id: string; readonly name: string }>

const firmsSql = `select u.id as union, f.id, f.name from organisation u
  join organisation f on f.district_id = u.district_id and f.id = u.firm_id where u.district_id = $1 and u.kind = 'union' and u.id = any ($2::uuid[])`

async function firmsOf(db: RegistryDeps['db'], { district, posts }: Caller): Promise<Firms> {
  const unions = posts.filter((post) => post.organisation.kind === 'union').map((post) => post.organisation.id)
  if (unions.length === 0) return new Map()
  const rows = await db.ask<{ union: string; id: string; name: string }>(houseScope(district), firmsSql, [district, unions])
  return new Map(rows.map(({ union, id, name }) => [union, { id, name }]))
}

const me = ({ person, name, district, region, posts }: Caller, firms: Firms): z.infer<typeof meShape> => ({
  person: { id: person, name },
  district,
  region,
  posts: posts.map(({ id, kind, organisation, scope, since, until }) => ({
    id,
    role: kind,
    title: isPostKind(kind) ? postKinds[kind].title : text(kind, kind),
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    ...(firms.has(organisation.id) && { firm: firms.get(organisation.id) }),
    scope,
    from: since,
    ...(until && { to: until }),
  })),
  shells: [...shellsOf(posts)],
})

const notOwn = () => forbidden(text('姓名由登记您的单位修改', 'Your name is changed by the body that registered you'))

// Whoever is a member, or is registered with an ID number, is named by their union.
const renameSql = `
  update person p set name = $3, sort_name = $4, initials = $5, updated_at = clock_timestamp()
  where p.district_id = $1 and p.id = $2 and p.id_digest is null and not exists (
    select 1 from engagement e where e.district_id = $1 and e.person_id = p.id and e.kind = 'membership' and e.approved_on is not null)
  returning p.id`

export function meRoutes(app: Http, { db, session }: RegistryDeps): void {
  const config = { access: { who: 'signed-in' } } as const
  app.get('/api/me', { config, schema: { tags: ['registry'], response: { 200: meShape } } }, async (request) => {
    const caller = callerOf(request)
    return me(caller, await firmsOf(db, caller))
  })

  const body = z.object({ name: personNameShape })
  app.put('/api/me', { config, schema: { tags: ['registry'], body, response: { 200: meShape } } }, async (request) => {
    const caller = callerOf(request)
    if (caller.posts.length > 0) throw notOwn()
    const { name } = request.body
    const [spelling] = await spellPeople([name])
    await db.within(houseScope(caller.district), async (q) => {
      const renamed = await q(renameSql, [caller.district, caller.person, name, spelling!.sortName, spelling!.initials])
      if (renamed.length === 0) throw notOwn()
      await record(q, { ...actor(caller), kind: 'change', about: caller.person, what: { deed: 'changed', to: { name } } })
    })
    await session.changed(caller.person)
    return me({ ...caller, name }, new Map())
  })
}
