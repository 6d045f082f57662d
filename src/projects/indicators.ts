/** Every indicator of the house, a line for each project or mechanism that declares any. */
import type { Indicator } from '#indicators/indicator.ts'
import { coverageIndicators } from './qiangshen/coverage/indicators.ts'

export const indicators: readonly Indicator[] = [...coverageIndicators]
