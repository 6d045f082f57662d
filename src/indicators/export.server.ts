/** Indicators as files: every number of a day with its rule, and the names behind one of them; streamed, and logged. */
import { z } from 'zod'
import { type Day, day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { callerOf } from '#platform/access.server.ts'
import type { Caller } from '#platform/caller.ts'
import type { Http } from '#platform/http.server.ts'
import { notFound } from '#platform/problem.ts'
import { limits } from '#platform/rate-limit.server.ts'
import { type ExportTable, type ExportValue, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { actor, record } from '#registry/privacy/audit.server.ts'
import { askingOf, itemRows, numbersOf } from './evaluate.server.ts'
import type { Asking } from './base.ts'
import { type CountedSet, type Indicator, setOf } from './indicator.ts'
import { indicatorWire, itemWire } from './present.ts'
import { asked, bodyOf, type IndicatorDeps, noPart, unitOf } from './questions.server.ts'
import type { IndicatorWire, ItemWire } from './wire.ts'

type Language = 'zh' | 'en'

const config = { access: { who: 'signed-in' }, rateLimit: limits.papers } as const
const language = z.enum(['zh', 'en']).default('zh')

export function indicatorExport(app: Http, deps: IndicatorDeps): void {
  const { db, indicators, today, instant } = deps
  app.get(
    '/api/indicators/export',
    { config, schema: { tags: ['indicators'], querystring: asked.extend({ language }) } },
    async (request, reply) => {
      const caller = callerOf(request)
      const on = day(request.query.day ?? today())
      const body = await bodyOf(deps, caller, request.query.unit)
      await logged(deps, caller, { list: 'indicators', day: on, unit: body?.id ?? null })
      const numbers = await numbersOf(db, caller, indicators, on, askingOf(caller, body))
      const about = { day: on, unit: unitOf(caller, body), countedAt: instant().toISOString() }
      const wires = indicators.map((one) => indicatorWire(one, numbers.get(one.id) ?? {}, about))
      const headers = headersOf(request.query.language, text(`指标${on}`, `indicators-${on}`))
      return reply.headers(headers).send(writeWorkbook(numbersTable(wires, request.query.language)))
    },
  )
  app.get(
    '/api/indicators/:id/export',
    {
      config,
      schema: {
        tags: ['indicators'],
        params: z.object({ id: z.string().max(60) }),
        querystring: asked.extend({ language, part: z.string().max(40).default('numerator') }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const indicator = indicators.find(({ id }) => id === request.params.id)
      if (!indicator) throw notFound()
      const set = setOf(indicator, request.query.part)
      if (!set) throw noPart(indicator)
      const on = day(request.query.day ?? today())
      const body = await bodyOf(deps, caller, request.query.unit)
      await logged(deps, caller, { list: indicator.id, part: request.query.part, day: on, unit: body?.id ?? null })
      const title = titleOf(indicator, request.query.part)
      const rows = namesOf(deps, caller, set, on, askingOf(caller, body))
      const file = text(`${title.zh}${on}`, `${indicator.id}-${request.query.part}-${on}`)
      return reply.headers(headersOf(request.query.language, file)).send(writeWorkbook(namesTable(set.of, rows, request.query.language)))
    },
  )
}

const titleOf = ({ title, missing, parts = {} }: Indicator, part: string) =>
  part === 'missing' ? (missing ?? title) : (parts[part]?.title ?? title)

const logged = (deps: IndicatorDeps, caller: Caller, what: Readonly<Record<string, string | null>>) =>
  deps.db.within(caller.scope, (q) => record(q, { ...actor(caller), kind: 'export', what: { ...what, as: 'xlsx' } }))

const headersOf = (language: Language, name: { readonly zh: string; readonly en: string }) => ({
  'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'content-disposition': `attachment; filename="${name.en}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name[language]}.xlsx`)}`,
  'cache-control': 'no-store',
})

function numbersTable(wires: readonly IndicatorWire[], language: Language): ExportTable {
  const titles = {
    zh: ['指标', '分项', '数值', '分子', '分母', '日期', '范围', '口径'],
    en: ['Indicator', 'Part', 'Value', 'Numerator', 'Of', 'Day', 'Whose', 'Rule'],
  }
  const widths = [34, 26, 14, 10, 10, 12, 26, 80]
  const line = (wire: IndicatorWire, part: string, value: ExportValue, more: readonly ExportValue[]): readonly ExportValue[] => [
    wire.title[language],
    part,
    value,
    ...more,
    wire.day,
    wire.unit.name[language],
    wire.provenance.rule[language],
  ]
  const none = [undefined, undefined] as const
  return {
    sheetName: language === 'zh' ? '指标' : 'Indicators',
    columns: titles[language].map((title, at) => ({
      title,
      kind: at === 3 || at === 4 ? ('number' as const) : at === 5 ? ('day' as const) : ('text' as const),
      width: widths[at]!,
    })),
    rows: wires.flatMap((wire) => [
      line(wire, '', wire.says[language], [wire.numerator, wire.denominator]),
      ...(wire.missing ? [line(wire, wire.missing.title[language], String(wire.missing.value), none)] : []),
      ...wire.parts.map((part) => line(wire, part.title[language], String(part.value), none)),
    ]),
  }
}

interface NameColumn {
  readonly zh: string
  readonly en: string
  readonly width: number
  readonly kind?: 'number' | 'day'
  readonly value: (row: ItemWire, language: Language) => ExportValue
}
const columns: Readonly<Record<CountedSet['of'], readonly NameColumn[]>> = {
  firm: [
    { zh: '企业', en: 'Firm', width: 40, value: (row) => row.title },
    { zh: '归属', en: 'Unit', width: 16, value: (row) => row.unitName },
    { zh: '职工人数', en: 'Workers', width: 12, kind: 'number', value: (row) => row.employees },
  ],
  contract: [
    { zh: '合同', en: 'Contract', width: 40, value: (row) => row.title },
    { zh: '编号', en: 'Number', width: 20, value: (row) => row.number },
    { zh: '签订工会', en: 'Union', width: 34, value: (row) => row.owner },
    { zh: '类型', en: 'Kind', width: 24, value: (row, language) => row.contractKind?.[language] },
    { zh: '层级', en: 'Level', width: 10, value: (row, language) => row.level?.[language] },
    { zh: '签字日期', en: 'Signed on', width: 12, kind: 'day', value: (row) => row.signedOn },
    { zh: '生效日期', en: 'In force from', width: 12, kind: 'day', value: (row) => row.since },
    { zh: '期满日期', en: 'Until', width: 12, kind: 'day', value: (row) => row.until },
  ],
}

const namesTable = (of: CountedSet['of'], rows: AsyncIterable<ItemWire>, language: Language): ExportTable => ({
  sheetName: language === 'zh' ? '名单' : 'Names',
  columns: columns[of].map((one) => ({ title: one[language], kind: one.kind ?? 'text', width: one.width })),
  rows: (async function* () {
    for await (const row of rows) yield columns[of].map(({ value }) => value(row, language))
  })(),
})

/** Read on as the reader takes them, a thousand at a time. */
async function* namesOf({ db }: IndicatorDeps, caller: Caller, set: CountedSet, on: Day, asking: Asking): AsyncGenerator<ItemWire> {
  const limit = 1_000
  let start: { name: string; id: string } | undefined
  do {
    const rows = await itemRows(db, caller, set, on, asking, { limit, start })
    for (const row of rows) yield itemWire(set.of, row)
    const last = rows.length === limit ? rows.at(-1) : undefined
    start = last && { name: last.sort, id: last.id }
  } while (start)
}
