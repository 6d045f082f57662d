/** The kinds of field that the facts of a case are made of; the form on the screen follows from them. */
import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Clause, meaningIds } from '#law/clauses/clause.ts'

export const words = (title: string) => z.string().trim().min(1).max(200).meta({ title })
export const long = (title: string) => z.string().trim().min(1).max(4000).meta({ title, widget: 'long' })
/** Up to ten billion yuan, so that no sum of a district leaves what a number holds. */
export const money = (title: string) => z.int().nonnegative().max(1_000_000_000_000).meta({ title, widget: 'money' })
/** A percentage in whole basis points (hundredths of a per cent); typed and shown as per cent. */
export const percent = (title: string) => z.int().min(-10_000).max(100_000).meta({ title, widget: 'basisPoints' })
export const count = (title: string, least = 0) => z.int().min(least).max(100_000).meta({ title })
export const yes = (title: string) => z.boolean().meta({ title })
export const phone = (title: string) =>
  z
    .string()
    .regex(/^[0-9+\- ]{7,20}$/)
    .meta({ title, widget: 'phone' })
export const time = (title: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ title, widget: 'time' })
export const month = (title: string) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta({ title })

/** From the first day of 调解仲裁法, which counts the limitation, to the end of this century. */
const inReach = { params: { says: { zh: '日期应在 2008-05-01 到 2099-12-31 之间', en: 'Give a day from 2008-05-01 to 2099-12-31' } } }

/** A day that exists; Zod checks it as text, and it is read as a `Day`. */
export const day = (title: string) =>
  z.iso
    .date()
    .refine((on) => on >= '2008-05-01' && on <= '2099-12-31', inReach)
    .meta({ title, widget: 'day' }) as unknown as z.ZodType<Day, Day>

/** A list as long as any case needs. */
export const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(200)
export const id = (title: string) => z.uuid().meta({ title })

/** Somebody, by name; known to the house by id where they have one. */
export const person = (title: string) =>
  z.object({ name: words('姓名'), personId: id('人员').optional() }).meta({ title, widget: 'person' })
export const organisation = (title: string) =>
  z.object({ name: words('名称'), organisationId: id('单位') }).meta({ title, widget: 'organisation' })

/** An item of the claim with its figure: 8 月工资, 78,600 元. */
export const line = z.object({ item: words('请求事项'), amountFen: money('金额').optional() })
export type Line = z.infer<typeof line>

/** A clause as a form or a bargaining table gives it; the figure is a whole number in the unit of the meaning. */
export const clause = z
  .object({
    meaning: z.enum(meaningIds as [Clause['meaning'], ...Clause['meaning'][]]).meta({ title: '条款' }),
    value: z.int().min(0).max(1_000_000_000_000).meta({ title: '数值' }).optional(),
    trade: words('工种').optional(),
    grade: z.int().min(1).max(8).meta({ title: '技能等级' }).optional(),
    level: words('等次').optional(),
    words: long('文字').optional(),
  })
  .meta({ title: '条款', widget: 'clause' })

/**
 * What the house itself knows and writes into the input at the moment of the step, whatever was sent: the lookup of that name answers it.
 * No form asks for it. Absent while nobody has looked it up.
 */
export const recorded = <Known extends z.ZodType>(lookup: string, known: Known) => known.optional().meta({ recorded: lookup })
