/** What became of a firm of a campaign before there was a case, in words. */
import { type Text, text } from '#kernel/text.ts'

export const stateTitles = {
  ready: text('可以发出', 'Ready'),
  left: text('未列入', 'Left out'),
  waiting: text('正在发出', 'Being issued'),
  opened: text('已发出', 'Issued'),
  refused: text('没有发成', 'Not issued'),
} as const satisfies Record<string, Text>
