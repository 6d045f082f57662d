/** Reach against a plain model on random trees: who sees which case, who governs which body. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day.ts'
import type { HeldPost, PostScope } from '#platform/caller.ts'
import { type OrganisationKind, unitKinds } from './organisation.ts'
import { type PostKind, postKinds } from './post.ts'
import { covers, governs, knows, looksBelow, organisationReader, personReader, reachOf } from './reach.ts'

const today = day('2026-11-22')

interface Node {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly parent: number | null
  readonly path: readonly string[]
  readonly unit: string | null
}

const childKinds: Partial<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  district: ['street', 'industry', 'park', 'regional'],
  street: ['firm', 'union', 'jointUnion', 'committee'],
  industry: ['committee'],
  park: ['firm', 'union', 'committee'],
  regional: ['firm', 'union', 'jointUnion', 'committee'],
  firm: ['committee'],
  union: ['committee', 'team'],
  jointUnion: ['union', 'committee', 'team'],
}

/** A district with anything that may lie in it, and two bodies beside the tree. */
const tree = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 24 }).map((picks): readonly Node[] => {
  const nodes: Node[] = [{ id: 'n0', name: 'n0', kind: 'district', parent: null, path: ['n0'], unit: null }]
  for (const [where, what] of picks) {
    const parent = where % nodes.length
    const above = nodes[parent]!
    const kinds = childKinds[above.kind]
    if (!kinds) continue
    const kind = kinds[what % kinds.length]!
    const id = `n${nodes.length}`
    const unit = unitKinds.includes(kind) ? id : above.unit
    nodes.push({ id, name: id, kind, parent, path: [...above.path, id], unit })
  }
  for (const kind of ['bureau', 'platform'] as const) nodes.push({ id: kind, name: kind, kind, parent: null, path: [kind], unit: null })
  return nodes
})

const posts = (nodes: readonly Node[]) =>
  fc.array(
    fc
      .record({
        at: fc.nat({ max: nodes.length - 1 }),
        kind: fc.constantFrom(...(Object.keys(postKinds) as PostKind[])),
        scope: fc.constantFrom<PostScope>('self', 'unit', 'below'),
        from: fc.integer({ min: -3, max: 3 }),
        lasts: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      })
      .map(({ at, kind, scope, from, lasts }): HeldPost => {
        const since = addDays(today, from)
        return { id: 'post', kind, scope, organisation: nodes[at]!, since, ...(lasts !== undefined && { until: addDays(since, lasts) }) }
      }),
    { maxLength: 5 },
  )

const world = tree.chain((nodes) => fc.tuple(fc.constant(nodes), posts(nodes)))

const under = (nodes: readonly Node[], top: string): readonly string[] => nodes.filter(({ path }) => path.includes(top)).map(({ id }) => id)

/** The model: walks up from the case's owner and asks each post in plain words. */
function seesOwned(nodes: readonly Node[], held: readonly HeldPost[], owner: Node): boolean {
  return held.some((post) => {
    const now = post.since <= today && (post.until === undefined || post.until >= today)
    if (!now || post.scope === 'self' || ['firmRepresentative', 'platformRepresentative', 'bureauOfficer'].includes(post.kind)) return false
    if (post.scope === 'unit') return post.organisation.id === owner.id
    if (post.organisation.kind === 'district') return true
    for (let at: Node | undefined = owner; at; at = at.parent === null ? undefined : nodes[at.parent])
      if (at.id === post.organisation.id) return true
    return false
  })
}

describe('reach', () => {
  test('shows exactly the cases the model shows, by owner', () => {
    fc.assert(
      fc.property(world, ([nodes, held]) => {
        const scope = reachOf({ person: 'me', district: 'n0' }, held, today, (id) => under(nodes, id))
        for (const owner of nodes) {
          // As the policy of the database reads it.
          const seen = scope.all || (owner.unit !== null && scope.trees.includes(owner.unit)) || scope.units.includes(owner.id)
          expect(seen, `${owner.kind} ${owner.path.join('/')}`).toBe(seesOwned(nodes, held, owner))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('reads as oneself always, and as a body only by a post there that is held today and more than a workplace', () => {
    fc.assert(
      fc.property(world, ([nodes, held]) => {
        const { readers } = reachOf({ person: 'me', district: 'n0' }, held, today, (id) => under(nodes, id))
        expect(readers).toContain(personReader('me'))
        for (const { id } of nodes) {
          const speaks = held.some(
            (post) =>
              post.organisation.id === id &&
              post.since <= today &&
              (post.until ?? today) >= today &&
              (post.scope !== 'self' || ['firmRepresentative', 'platformRepresentative', 'bureauOfficer'].includes(post.kind)),
          )
          expect(readers.includes(organisationReader(id))).toBe(speaks)
        }
      }),
    )
  })

  test('never grows when a post is taken away', () => {
    fc.assert(
      fc.property(world, ([nodes, held]) => {
        fc.pre(held.length > 0)
        const below = (id: string) => under(nodes, id)
        const more = reachOf({ person: 'me', district: 'n0' }, held, today, below)
        const less = reachOf({ person: 'me', district: 'n0' }, held.slice(1), today, below)
        expect(less.all && !more.all).toBe(false)
        for (const part of ['trees', 'units', 'readers'] as const) expect(more[part]).toEqual(expect.arrayContaining([...less[part]]))
      }),
    )
  })
})

test('what lies below is asked only of bodies that are no unit, by those who look below', () => {
  fc.assert(
    fc.property(world, ([nodes, held]) => {
      const asked = looksBelow(held, today)
      const all = reachOf({ person: 'me', district: 'n0' }, held, today, (id) => under(nodes, id))
      // Nothing but these is asked for, and with their answers alone the reach is the same.
      const told = reachOf({ person: 'me', district: 'n0' }, held, today, (id) => {
        expect(asked).toContain(id)
        return under(nodes, id)
      })
      expect(told).toEqual(all)
    }),
  )
})

describe('the limits of a post', () => {
  const post = (kind: PostKind, at: Partial<HeldPost['organisation']>, scope: PostScope, since: Day = today, until?: Day): HeldPost => ({
    id: 'post',
    kind,
    scope,
    since,
    organisation: { id: 'street', name: '白杨', kind: 'street', path: ['district', 'street'], ...at },
    ...(until && { until }),
  })
  const reads = (held: HeldPost) => reachOf({ person: 'me', district: 'd' }, [held], today, (id) => [id]).trees
  test('counts on its first and on its last day', () => {
    expect(reads(post('chair', {}, 'below', today))).toEqual(['street'])
    expect(reads(post('chair', {}, 'below', addDays(today, 1)))).toEqual([])
    expect(reads(post('chair', {}, 'below', addDays(today, -9), today))).toEqual(['street'])
    expect(reads(post('chair', {}, 'below', addDays(today, -9), addDays(today, -1)))).toEqual([])
  })
  test('governs below, not beside, not wider', () => {
    const chair = post('chair', {}, 'below')
    const own = { id: 'street', path: ['district', 'street'] }
    const firm = { id: 'firm', path: ['district', 'street', 'firm'] }
    const other = { id: 'other', path: ['district', 'other'] }
    expect(governs([chair], firm, 'below')).toBe(true)
    expect(governs([chair], own, 'below')).toBe(true)
    expect(governs([chair], other, 'self')).toBe(false)
    expect(governs([post('chair', {}, 'unit')], own, 'below')).toBe(false)
    expect(governs([post('chair', {}, 'unit')], firm, 'self')).toBe(false)
    expect(governs([post('mediator', {}, 'below')], firm, 'self')).toBe(false)
    expect(covers(post('firmRepresentative', firm, 'below'), firm)).toBe(false)
    expect(knows([post('firmRepresentative', { ...firm, kind: 'firm' }, 'unit')], firm)).toBe(true)
    expect(knows([chair], other)).toBe(false)
  })
  test('the district reaches what stands beside the tree', () => {
    const bureau = { id: 'bureau', path: ['bureau'] }
    expect(governs([post('districtOfficer', { id: 'd', kind: 'district', path: ['d'] }, 'below')], bureau, 'below')).toBe(true)
    expect(governs([post('districtOfficer', { id: 'd', kind: 'district', path: ['d'] }, 'unit')], bureau, 'self')).toBe(false)
  })
})
