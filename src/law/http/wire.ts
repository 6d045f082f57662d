/** The shapes of the law's routes: a rule, a count with every day explained, a year's holidays. */
import { z } from 'zod'
import { type Text, text } from '#kernel/text.ts'
import { type Holiday, holidays } from '../calendar.ts'
import type { Citation } from '../act.ts'
import { lengthOf } from '../counting/words.ts'
import type { LegalRule } from '../parameter.ts'
import type { Period } from '../period.ts'
import { stemOf } from '../rules.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const unit = z.enum(['calendarDay', 'workingDay', 'month', 'year', 'hour'])
const length = z.object({ n: z.int(), unit })
const place = z.object({ act: z.string(), article: z.string(), quote: z.string(), title: words, short: words })

export const ruleWire = z.object({
  id: z.string(),
  stem: z.string(),
  region: z.string(),
  from: z.string(),
  ...length.shape,
  says: words.describe('The length in words: 10 个工作日'),
  alternatives: z.array(length).optional().describe('The lengths that may be chosen'),
  range: z.object({ least: length, most: length }).optional(),
  direction: z.enum(['after', 'before', 'window', 'keep', 'within']),
  per: z.enum(['month', 'level']).optional(),
  total: z.boolean().optional(),
  title: words,
  start: words.describe('The event the count begins after, or leads up to'),
  law: place,
  source: z.enum(['R', 'P']).describe('R: the whole instrument was read; P: the cited articles were read'),
})

export const countedDay = z.object({
  day: z.string(),
  kind: z.enum(['start', 'counted', 'rest', 'suspended', 'moved', 'last']),
  nth: z.int().optional(),
  makeUp: z.boolean().optional(),
  name: words.optional(),
})

const lastOf = z.object({
  rule: z.string(),
  region: z.string(),
  ...length.shape,
  last: z.string(),
  lastTime: z.string().optional(),
  law: place,
})

export const clockWire = z.object({
  rule: z.string(),
  title: words,
  region: z.string(),
  ...length.shape,
  direction: ruleWire.shape.direction,
  event: words,
  start: z.string(),
  startTime: z.string().optional(),
  last: z.string(),
  lastTime: z.string().optional().describe('Of a period in hours: the time on the last day'),
  opens: z.string().optional().describe('Of a window before an event: its first day'),
  law: place,
  counted: words,
  moved: z.object({ from: z.string(), because: words }).optional(),
  suspendedDays: z.int(),
  alternatives: z
    .array(z.object({ ...length.shape, last: z.string() }))
    .optional()
    .describe('The last day of every length that may be chosen'),
  days: z.array(countedDay),
  governing: lastOf.describe('The row of the same family that governs in this region on this day'),
  also: z
    .array(lastOf.extend({ last: z.string().optional(), event: words, sameEvent: z.boolean() }))
    .describe('The other rows of the family; the last day only where they count from the same event'),
  provisional: z.boolean(),
})

const dayText = z.iso.date()
const holidayNames = Object.keys(holidays) as [Holiday, ...Holiday[]]

export const noticeBody = z.strictObject({
  source: z.string().trim().min(4).max(200).describe('Name and number of the notice'),
  daysOff: z
    .array(z.strictObject({ day: dayText, holiday: z.enum(holidayNames) }))
    .min(1)
    .max(60),
  makeUpDays: z.array(dayText).max(30),
})

export const calendarWire = z.object({
  year: z.int(),
  known: z.boolean().describe('False: weekends and statutory days only, until the notice is entered'),
  source: z.string(),
  entered: z.boolean().describe('True: entered by the district on the form'),
  daysOff: z.array(z.object({ day: z.string(), holiday: z.enum(holidayNames), name: words })),
  makeUpDays: z.array(z.string()),
})

export const placeOf = ({ act, article, quote, title, short }: Citation): z.infer<typeof place> => ({ act, article, quote, title, short })

const bothWords: Readonly<Record<'or' | 'to', Text>> = { or: text(' 或者 ', ' or '), to: text('至', ' to ') }
const joined = (periods: readonly Period[], by: Text): Text => {
  const all = periods.map(lengthOf)
  return text(all.map((one) => one.zh).join(by.zh), all.map((one) => one.en).join(by.en))
}

export const ruleOnWire = (rule: LegalRule): z.infer<typeof ruleWire> => ({
  id: rule.id,
  stem: stemOf(rule.id),
  region: rule.region,
  from: rule.from,
  ...rule.period,
  says: rule.alternatives
    ? joined(rule.alternatives, bothWords.or)
    : rule.range
      ? joined([rule.range.least, rule.range.most], bothWords.to)
      : lengthOf(rule.period),
  ...(rule.alternatives && { alternatives: [...rule.alternatives] }),
  ...(rule.range && { range: rule.range }),
  direction: rule.direction,
  ...(rule.per && { per: rule.per }),
  ...(rule.total && { total: rule.total }),
  title: rule.title,
  start: rule.start,
  law: placeOf(rule.law),
  source: rule.source,
})
