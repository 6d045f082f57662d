/** Which law governs a bargaining: Hangzhou's ordinance on wages, else Zhejiang's, else the nation's. Pure. */
import type { At } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { chainOf, count, type Parameter, type Region } from '#law'
import type { Kind } from '../data.ts'

export type Where = Pick<At, 'region' | 'calendar'>

/** 市条例 3: pay in all its forms, wages by skill grade among them. */
export const isWage = (kind: Kind): boolean => kind === 'wage' || kind === 'skillWages'

const liesIn = (region: Region, place: Region): boolean => chainOf(region).includes(place)
export const inZhejiang = ({ region }: Pick<At, 'region'>): boolean => liesIn(region, 'CN-ZJ')
export const byWageOrdinance = (kind: Kind, { region }: Pick<At, 'region'>): boolean => isWage(kind) && liesIn(region, 'CN-ZJ-HZ')

/** The last day of a parameter counted from a day by the law of the place; undefined where no law there sets one. */
export function lastDayOf(parameter: Parameter, start: Day, { region, calendar }: Where): Day | undefined {
  const rule = parameter.find(start, region)
  return rule && count({ start, period: rule.period, direction: rule.direction, calendar }).last
}
