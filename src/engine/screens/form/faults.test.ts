/** Forms out of a schema: what is sent, and what is wrong with it, in words. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { faultsOf, messageOf, nested } from './faults.ts'
import { cleaned, type Schema, widgetOf } from './schema.ts'

const section = z.object({
  who: z.object({ name: z.string().trim().min(1).max(20), personId: z.uuid().optional() }).meta({ widget: 'person' }),
  how: z.enum(['oral', 'written']),
  on: z.iso.date().meta({ widget: 'day' }),
  amountFen: z.int().nonnegative().meta({ widget: 'money' }).optional(),
  since: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  claims: z.array(z.object({ item: z.string().min(1), amountFen: z.int().optional() })).min(1),
  open: z.array(z.string().min(1)),
  still: z.boolean(),
  common: z.boolean().optional(),
})
const schema = z.toJSONSchema(section, { io: 'input' }) as Schema
const typed = {
  who: { name: ' 陈国强 ' },
  how: 'oral',
  on: '2026-11-22',
  amountFen: 1_320_000,
  since: '',
  claims: [{ item: '9 月工资' }, { item: '' }],
  open: ['', '加班'],
  common: false,
}

it('sends what was filled in and leaves out what was left empty', () => {
  const sent = cleaned(typed, schema)
  expect(sent).toEqual({
    who: { name: '陈国强' },
    how: 'oral',
    on: '2026-11-22',
    amountFen: 1_320_000,
    claims: [{ item: '9 月工资' }],
    open: ['加班'],
    still: false,
  })
  expect(section.safeParse(sent).success).toBe(true)
})

it('sends an empty list where a list is required', () => {
  expect(cleaned({ ...typed, open: [] }, schema)).toMatchObject({ open: [] })
})

it('finds no fault in what the server would take', () => {
  expect([...faultsOf(schema, cleaned(typed, schema))]).toEqual([])
})

it('names every fault at its field', () => {
  const faults = faultsOf(schema, cleaned({ how: 'shouted', on: '2026-02-30', amountFen: '一万', claims: [] }, schema))
  expect([...faults.keys()].toSorted()).toEqual(['amountFen', 'claims', 'how', 'on', 'who'])
  expect(faults.get('who')?.zh).toBe('这一项要填')
  expect(faults.get('on')?.zh).toBe('没有这一天')
  expect(faults.get('claims')?.zh).toBe('至少要有 1 项')
})

it('keeps faults where the form library looks for them, in both languages', () => {
  const errors = nested(new Map([['claims.0.item', { zh: '这一项要填', en: 'This is needed' }]])) as {
    claims?: readonly { item: { message: string } }[]
  }
  expect(messageOf(errors.claims?.[0]?.item.message)).toEqual({ zh: '这一项要填', en: 'This is needed' })
})

it('chooses the widget from the schema', () => {
  const widgets = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, widgetOf(field)]))
  expect(widgets).toEqual({
    who: 'person',
    how: 'choice',
    on: 'day',
    amountFen: 'money',
    since: 'month',
    claims: 'rows',
    open: 'rows',
    still: 'statement',
    common: 'statement',
  })
})
