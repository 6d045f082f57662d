/** Words of the register of delegates that several of its screens say. */
import { text } from '#kernel/text.ts'
import type { EndReason } from '../delegates/delegate-wire.ts'

export const sexWords = { male: text('男', 'Man'), female: text('女', 'Woman') } as const

export const reasonWords = {
  left: text('离开企业', 'Left the firm'),
  recalled: text('选区罢免', 'Recalled by the constituency'),
  resigned: text('本人辞去', 'Resigned'),
  transferred: text('调离选区', 'Moved to another constituency'),
  termEnded: text('届满', 'Term ended'),
  corrected: text('登记错了', 'Entered in error'),
  other: text('其他', 'Other'),
} as const satisfies Record<EndReason, unknown>
