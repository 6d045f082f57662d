/** Which bodies' names may be told to somebody, as a condition of SQL, and the values of a statement as it grows. */
import type { Caller } from '#platform/caller.ts'

export type Reader = Pick<Caller, 'district' | 'person' | 'posts' | 'scope'>

/** Collects values; answers the place of each in the statement. */
export interface Values {
  readonly list: unknown[]
  readonly $: (value: unknown, type?: string) => string
}
export function values(...first: readonly unknown[]): Values {
  const list = [...first]
  return { list, $: (value, type) => `$${list.push(value)}${type ? `::${type}` : ''}` }
}

/** Values whose statements begin with the district as $1. */
export const districtValues = (caller: Pick<Reader, 'district'>): Values => values(caller.district)

/** The condition by which a body's name may be told to the caller; `person` names the column of whom it is said, as one's own are known. */
export function knownBody({ scope, posts, person }: Reader, { $ }: Values, body: string, whose?: string): string {
  if (scope.all) return 'true'
  const own = [...new Set([...scope.units, ...posts.flatMap(({ organisation }) => [organisation.id, ...organisation.path])])]
  return `(${[
    `${body}.unit_id = any (${$(scope.trees, 'uuid[]')})`,
    `${body}.id = any (${$(own, 'uuid[]')})`,
    `${body}.kind = 'platform'`,
    ...(scope.units.length > 0
      ? [
          `${body}.id in (select firm_id from organisation where district_id = $1 and id = any (${$(scope.units, 'uuid[]')})
              and firm_id is not null
            union all select firm_id from union_cover where district_id = $1 and union_id = any (${$(scope.units, 'uuid[]')}))`,
        ]
      : []),
    ...(whose ? [`${whose} = ${$(person, 'uuid')}`] : []),
  ].join(' or ')})`
}
