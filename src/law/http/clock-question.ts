/** What is asked of the public clock, read and judged: which rule governs here on that day, and how the family of rows answers. Pure. */
import { z } from 'zod'
import { dayOf, type Day, day, isDay } from '#kernel/day.ts'
import { chainOf, type Region } from '#kernel/region.ts'
import { type Text, text } from '#kernel/text.ts'
import { count, explain, type Interval, type Question, type WorkCalendar } from '../clock.ts'
import type { LegalRule, Parameter } from '../parameter.ts'
import * as parameters from '../parameters.ts'
import { isRuleId, legalRules, ruleById, stemOf } from '../rules.ts'
import { type clockWire, placeOf } from './wire.ts'

const byStem = new Map<string, Parameter>(Object.values(parameters).map((one) => [one.id, one]))

export const regionText = z
  .string()
  .max(20)
  .regex(/^CN(-[A-Z]{2,3}){0,2}$/)
  .transform((region) => region as Region)

/** A day, or an instant for rules in hours: `2026-09-28`, `2026-09-28T14:30` in Shanghai, or with an offset. */
function startOf(said: string): { readonly day: Day; readonly time?: string } | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(said)
  if (!parts || !isDay(parts[1]!)) return undefined
  if (parts[1]! < '1990-01-01' || parts[1]! > '2090-12-31') return undefined
  if (!parts[2]) return { day: parts[1] }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(parts[2])) return undefined
  if (!parts[3]) return { day: parts[1], time: parts[2] }
  const instant = new Date(said)
  if (Number.isNaN(instant.getTime())) return undefined
  return { day: dayOf(instant), time: new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16) }
}

function intervalsOf(said: string): readonly Interval[] | undefined {
  const parts = said.split(',').map((one) => /^\s*([\d-]{10})\.\.([\d-]{10})\s*$/.exec(one))
  const all = parts.map((part) =>
    part && isDay(part[1]!) && isDay(part[2]!) && part[1]! <= part[2]! ? { from: day(part[1]!), to: day(part[2]!) } : undefined,
  )
  return all.every((one) => one !== undefined) ? all : undefined
}

export interface ClockQuestion {
  readonly rule: LegalRule
  readonly governing: LegalRule
  readonly region: Region
  readonly start: Day
  readonly startTime?: string
  readonly suspended: readonly Interval[]
  readonly suspensionCap?: number
}

const fault = (ctx: z.core.$RefinementCtx, path: string, says: Text): typeof z.NEVER => {
  ctx.addIssue({ code: 'custom', path: [path], message: says.en, params: { says } })
  return z.NEVER
}

/** The row asked for by its id, or by its stem the row that governs; and what governs. */
function rulesAsked(asked: string, at: Day, region: Region): { readonly rule?: LegalRule; readonly governing?: LegalRule } {
  const family = byStem.get(stemOf(asked)) ?? byStem.get(asked)
  const governing = family?.find(at, region)
  return { rule: isRuleId(asked) ? ruleById(asked) : governing, governing }
}

export const clockQuery = z
  .object({
    rule: z.string().min(1).max(60).describe('Id of a rule (MED.END.ZJ), or its stem (MED.END) for the one that governs'),
    start: z.string().min(1).max(40).describe('The day of the event, 2026-09-28; with a time for rules in hours, 2026-09-28T14:30'),
    region: regionText,
    suspended: z.string().max(2000).optional().describe('Days the clock stood still, both ends included: 2026-01-01..2026-01-10,…'),
    cap: z.coerce.number().int().min(0).max(3650).optional().describe('The most days of suspension that count'),
  })
  .transform((query, ctx): ClockQuestion => {
    const start = startOf(query.start)
    if (!start)
      return fault(ctx, 'start', text('日期应写作 2026-09-28，或者 2026-09-28T14:30', 'Write the day as 2026-09-28, or 2026-09-28T14:30'))
    const suspended = query.suspended ? intervalsOf(query.suspended) : []
    if (!suspended)
      return fault(
        ctx,
        'suspended',
        text('中止的日子应写作 2026-01-01..2026-01-10，多段用逗号隔开', 'Write suspensions as 2026-01-01..2026-01-10, separated by commas'),
      )
    if (!isRuleId(query.rule) && !byStem.has(query.rule)) return fault(ctx, 'rule', text('没有这条期限', 'There is no such rule'))
    const { rule, governing } = rulesAsked(query.rule, start.day, query.region)
    if (rule && start.day < rule.from)
      return fault(ctx, 'start', text(`这条规定自 ${rule.from} 起施行`, `This law is in force from ${rule.from}`))
    if (!rule || !governing || !chainOf(query.region).includes(rule.region))
      return fault(ctx, 'region', text('这条期限在这个地方没有规定', 'No law sets this period in that region on that day'))
    if (rule.per === 'month')
      return fault(ctx, 'rule', text('这是每月可用的天数，不是期限', 'This is an allowance in every month, not a deadline'))
    const cap = query.cap === undefined ? {} : { suspensionCap: query.cap }
    return { rule, governing, region: query.region, start: start.day, ...(start.time && { startTime: start.time }), suspended, ...cap }
  })

/** The whole answer: last day, sentence, every day, what governs, and what the other rows say. */
export function answerClock(asked: ClockQuestion, calendar: WorkCalendar): z.infer<typeof clockWire> {
  const { rule, governing } = asked
  const question = (of: LegalRule): Question => ({
    start: asked.start,
    ...(asked.startTime && { startTime: asked.startTime }),
    event: of.start,
    period: of.period,
    direction: of.direction,
    calendar,
    suspended: asked.suspended,
    ...(asked.suspensionCap !== undefined && { suspensionCap: asked.suspensionCap }),
  })
  const sameEvent = (other: LegalRule) => other.start.zh === rule.start.zh && other.direction === rule.direction
  const brief = (of: LegalRule) => {
    const { last, lastTime } = count(question(of))
    return { rule: of.id, region: of.region, ...of.period, last, ...(lastTime && { lastTime }), law: placeOf(of.law) }
  }
  const family = legalRules.filter((other) => other.id !== rule.id && stemOf(other.id) === stemOf(rule.id) && asked.start >= other.from)
  const counted = count(question(rule))
  const choices = rule.alternatives ?? (rule.range ? [rule.range.least, rule.range.most] : undefined)
  return {
    rule: rule.id,
    title: rule.title,
    region: asked.region,
    ...rule.period,
    direction: rule.direction,
    event: rule.start,
    start: asked.start,
    ...(asked.startTime && rule.period.unit === 'hour' && { startTime: asked.startTime }),
    last: counted.last,
    ...(counted.lastTime && { lastTime: counted.lastTime }),
    ...(counted.opens && { opens: counted.opens }),
    law: placeOf(rule.law),
    counted: counted.says,
    ...(counted.moved && { moved: counted.moved }),
    suspendedDays: counted.suspendedDays,
    ...(choices && { alternatives: choices.map((period) => ({ ...period, last: count({ ...question(rule), period }).last })) }),
    days: [...explain(question(rule))],
    governing: brief(governing),
    also: family
      .filter((other) => chainOf(asked.region).includes(other.region))
      .map((other) => {
        const { last, lastTime, ...rest } = brief(other)
        return {
          ...rest,
          event: other.start,
          sameEvent: sameEvent(other),
          ...(sameEvent(other) && { last, ...(lastTime && { lastTime }) }),
        }
      }),
    provisional: counted.provisional,
  }
}
