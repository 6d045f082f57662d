/** Figures for the demonstration: examples that say that they are examples. What holds in fact, the district records with its source. */
import { type Day, day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Region } from '#kernel/region.ts'
import type { Query } from '#platform/database.server.ts'
import type { FigureId } from './figure.ts'
import { recordFigure } from './figures.server.ts'

const source = '演示数据'

const examples: readonly (readonly [figure: FigureId, region: Region, value: number, monthAndDay: string, yearsAgo: number])[] = [
  ['minimumWageFen', 'CN-ZJ-HZ', 249_000, '01-01', 2],
  ['minimumWageFen', 'CN-ZJ-HZ', 266_000, '01-01', 0],
  ['minimumHourlyWageFen', 'CN-ZJ-HZ', 2_400, '01-01', 0],
  ['guidelineLower', 'CN-ZJ', 300, '07-01', 1],
  ['guidelineBase', 'CN-ZJ', 550, '07-01', 1],
  ['guidelineUpper', 'CN-ZJ', 800, '07-01', 1],
]

export async function seedFigures(q: Query, district: Id, today: Day): Promise<void> {
  const year = Number(today.slice(0, 4))
  for (const [figure, region, value, monthAndDay, yearsAgo] of examples)
    await recordFigure(q, district, { figure, region, value, since: day(`${year - yearsAgo}-${monthAndDay}`), source })
}
