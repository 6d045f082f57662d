/** What every question about indicators has in common: the day, the body it is about, and whose numbers are answered. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Text, text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { Database } from '#platform/database.server.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import { badInput } from '#platform/problem.ts'
import type { Directory } from '#registry/directory.server.ts'
import type { Organisation } from '#registry/organisation.ts'
import { known } from '#registry/organisations/governed.server.ts'
import { organisationReach } from '#registry/routes/lists.server.ts'
import { type Indicator, partsOf } from './indicator.ts'

export interface IndicatorDeps {
  readonly db: Database
  readonly directory: Directory
  readonly indicators: readonly Indicator[]
  readonly today: () => Day
  readonly instant: () => Date
}

export const asked = z.object({ day: dayShape.optional(), unit: z.uuid().optional() })

/** The body asked about; throws 404 for one the caller may not know of. */
export const bodyOf = async (deps: IndicatorDeps, caller: Caller, unit: string | undefined): Promise<Organisation | undefined> =>
  unit ? await known(deps, caller, unit) : undefined

export const noPart = (indicator: Indicator) => {
  const names = partsOf(indicator).join(', ')
  return badInput([{ path: 'query.part', says: text(`这个指标只有：${names}`, `This indicator has: ${names}`) }])
}

/** Whose numbers these are: the body asked for; else the district, the one unit of the caller's reach, or all they may see. */
export function unitOf(caller: Caller, body: Organisation | undefined): { id?: string; name: Text } {
  if (body) return { id: body.id, name: text(body.name, body.name) }
  const { all, trees } = organisationReach(caller)
  const post = caller.posts.find(({ organisation }) =>
    all ? organisation.kind === 'district' : trees.length === 1 && trees[0] === organisation.id,
  )
  if (post) return { id: post.organisation.id, name: text(post.organisation.name, post.organisation.name) }
  return { name: text('我能看到的全部', 'All that I may see') }
}
