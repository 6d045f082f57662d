/** Local figures: what no ordinance contains and a government or bureau sets anew, each with its first day, its place and the paper it is known from. */
import { yuan } from '#kernel/money.ts'
import { type Text, text } from '#kernel/text.ts'

export type FigureUnit = 'fenPerMonth' | 'fenPerHour' | 'basisPoints'

export interface FigureKind {
  readonly title: Text
  readonly unit: FigureUnit
  /** Who sets it, and what it is for. */
  readonly about: Text
}

const kind = (title: Text, unit: FigureUnit, about: Text): FigureKind => ({ title, unit, about })
const guideline = text(
  '政府发布的年度工资指导线，协商增长幅度时参考',
  'Published by the government each year; a guide when growth is bargained',
)

export const figureKinds = {
  minimumWageFen: kind(
    text('月最低工资标准', 'Minimum wage a month'),
    'fenPerMonth',
    text(
      '省政府按地区分档发布；集体合同约定的劳动报酬应当高于它',
      'Set by the province by area; pay in a collective contract must be higher',
    ),
  ),
  minimumHourlyWageFen: kind(
    text('非全日制小时最低工资标准', 'Minimum wage an hour, part-time'),
    'fenPerHour',
    text('省政府按地区分档发布', 'Set by the province by area'),
  ),
  guidelineLower: kind(text('工资指导线下线', 'Wage guideline, lower line'), 'basisPoints', guideline),
  guidelineBase: kind(text('工资指导线基准线', 'Wage guideline, base line'), 'basisPoints', guideline),
  guidelineUpper: kind(text('工资指导线上线', 'Wage guideline, upper line'), 'basisPoints', guideline),
  priceRise: kind(
    text('居民消费价格上涨幅度', 'Rise of consumer prices'),
    'basisPoints',
    text('统计部门发布，为上一年度比前一年度', 'Published by the statistics office: the last year against the year before'),
  ),
} as const satisfies Record<string, FigureKind>
export type FigureId = keyof typeof figureKinds
export const figureIds = Object.keys(figureKinds) as [FigureId, ...FigureId[]]

/** What a figure may be: money is above nothing; a rate may fall. */
export const figureBounds: Readonly<Record<FigureUnit, readonly [least: number, most: number]>> = {
  fenPerMonth: [1, 100_000_000],
  fenPerHour: [1, 1_000_000],
  basisPoints: [-10_000, 100_000],
}

/** `249000` of the minimum wage is 2,490 元/月. */
export function figureText(figure: FigureId, value: number): Text {
  const { unit } = figureKinds[figure]
  if (unit === 'basisPoints') return text(`${value / 100}%`, `${value / 100}%`)
  const [zh, en] = unit === 'fenPerMonth' ? ['月', 'a month'] : ['小时', 'an hour']
  return text(`${yuan(value)} 元/${zh}`, `${yuan(value)} yuan ${en}`)
}
