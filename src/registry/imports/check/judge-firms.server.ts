/** Judges rows about firms against the rules, each other, the firms of the register and what is on record of them. */
import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { text } from '#kernel/text.ts'
import type { Query } from '#platform/database.server.ts'
import type { FactKind } from '../../organisation.ts'
import { type FactValue, fitIn as fitting, type KnownFact } from '../../organisations/facts/fact.ts'
import { tidyFirmName } from '../match/firm-name.ts'
import { doubt, type Fault, wrong } from '../values/reading.ts'
import { draftFirm, type FirmDraft, type SaidFact } from './firm-draft.ts'
import type { JudgeContext } from './judge-people.server.ts'
import { sealCells } from './judge-people.server.ts'
import type { RowProblem, WrittenRow } from './person-draft.ts'
import { emptyRow, type StagedRow } from './staged-row.ts'

interface FirmNow {
  readonly id: Id
  readonly name: string
  readonly credit_code: string | null
  readonly since: Day
  readonly near: boolean
  readonly facts: readonly (KnownFact & { readonly fact: FactKind })[]
}

/** What is kept of a row for its writing. */
export interface FirmFacts {
  readonly said: Readonly<Record<string, string>>
  readonly facts: readonly SaidFact[]
  readonly since: Day
  /** Of a new firm: under what it will lie. */
  readonly parent?: Id
  readonly old?: Readonly<Record<string, string>>
}

export async function judgeFirms(q: Query, context: JudgeContext, rows: readonly WrittenRow[]): Promise<StagedRow[]> {
  const drafted = rows.map((written) => ({ written, ...draftFirm(written, context) }))
  const named = drafted.map(({ draft }) => (draft.name ? context.firms.find(draft.name, context.pinyin) : {}))
  const codes = drafted.flatMap(({ draft }) => draft.creditCode ?? [])
  const ids = named.flatMap((answer) => ('firm' in answer ? [answer.firm.id] : []))
  const { all, trees, units } = context.reach
  const known = await q<FirmNow>(firmsNowSql, [context.district, codes, ids, all, trees, units])
  const byCode = new Map(known.map((firm) => [firm.credit_code, firm]))
  const byId = new Map(known.map((firm) => [firm.id, firm]))
  const twins = await context.twins(
    drafted.flatMap(({ draft, written }) => (draft.name && !written.kept.includes('leaveOut') ? [identified(draft, written.row)] : [])),
  )
  return drafted.map(({ written, draft, problems }, at) => {
    const answer = named[at]!
    const byName = 'firm' in answer ? byId.get(answer.firm.id) : undefined
    const now = (draft.creditCode ? byCode.get(draft.creditCode) : undefined) ?? (byName && agrees(draft, byName) ? byName : undefined)
    return judgeRow({
      written,
      draft,
      problems,
      now,
      nearest: 'nearest' in answer ? answer.nearest?.name : undefined,
      twin: twins.get(written.row),
      context,
    })
  })
}

/** The same name with another code is another firm. */
const agrees = (draft: FirmDraft, firm: FirmNow): boolean => !draft.creditCode || !firm.credit_code || draft.creditCode === firm.credit_code

/** The same firm once for each stretch: a sheet may hold the lists of several years. */
function identified({ creditCode, name, since }: FirmDraft, row: number) {
  const identity = createHash('sha256')
    .update(`${creditCode ?? tidyFirmName(name!)}|${since}`)
    .digest()
    .subarray(0, 16)
  return { row, identity, of: { id_digest: identity, phone_digest: null, name: name! } }
}

interface Judging {
  readonly written: WrittenRow
  readonly draft: FirmDraft
  readonly problems: RowProblem[]
  readonly now: FirmNow | undefined
  readonly nearest: string | undefined
  readonly twin: number | undefined
  readonly context: JudgeContext
}

function judgeRow({ written, draft, problems, now, nearest, twin, context }: Judging): StagedRow {
  const row = emptyRow(written.row, written.mended)
  const say = (field: string, fault: Fault, more: Partial<RowProblem> = {}): void => {
    const kept = fault.severity === 'look' && written.kept.includes(fault.code)
    problems.push({ ...fault, field, cause: `${field}/${fault.code}`, ...(kept && { kept: true }), ...more })
  }
  row.name = draft.name ?? null
  const out = written.kept.includes('leaveOut')
  if (out) {
    problems.length = 0
    say('name', wrong('leftOut', text('不写入', 'Left out'), text('您选择不写入这一行。', 'You chose to leave this row out.')).fault)
  } else {
    if (draft.name) row.id_digest = identified(draft, written.row).identity
    if (twin !== undefined)
      say(
        'name',
        wrong(
          'twin',
          text(`与第 ${twin.toLocaleString('en-US')} 行是同一家`, `The same firm as in row ${twin}`),
          text('名称或信用代码相同。', 'Name or credit code are the same.'),
        ).fault,
        { otherRow: twin },
      )
    const plan = now ? planKnown(draft, now, say) : planNew(draft, nearest, context, say)
    if (!problems.some(({ severity }) => severity === 'wrong')) {
      row.person_id = now?.id ?? newId()
      row.verdict = now ? (plan.changes.length > 0 ? 'changed' : 'same') : 'new'
      row.changes = now ? plan.changes : null
      row.look = problems.some(({ severity, kept }) => severity === 'look' && !kept)
      const said = Object.fromEntries(Object.entries(written.original).map(([field, { text: value }]) => [field, value]))
      const facts: FirmFacts = {
        said,
        facts: plan.facts,
        since: draft.since,
        ...(plan.parent && { parent: plan.parent }),
        ...(now && { old: plan.old }),
      }
      row.facts = { ...facts }
    }
  }
  if (problems.length > 0 || row.mended) {
    row.problems = problems
    row.raw = sealCells(context.secrets, context.importId, written)
  }
  return row
}

interface FirmPlan {
  readonly facts: readonly SaidFact[]
  readonly changes: readonly string[]
  readonly old: Readonly<Record<string, string>>
  readonly parent?: Id
}

type Say = (field: string, fault: Fault) => void

function planNew(draft: FirmDraft, nearest: string | undefined, { place, units }: JudgeContext, say: Say): FirmPlan {
  const wanted = draft.street?.replace(/(街道|镇|乡)?(总工会|办事处)?$/, '')
  const street = wanted
    ? units.find(({ kind: one, name, shortName }) => one === 'street' && (name.includes(wanted) || shortName.includes(wanted)))
    : undefined
  const parent = street?.id ?? (draft.street || place.kind === 'district' ? undefined : place.id)
  if (!parent)
    say(
      'street',
      wrong(
        'street',
        text('不知道在哪个街道', 'The street is not known'),
        text(
          draft.street ? '没有这个街道，或不在您的范围。请写街道全称。' : '新企业要写所属街道。',
          draft.street ? 'There is no such street within your reach; write its full name.' : 'A new firm needs its street.',
        ),
      ).fault,
    )
  if (nearest)
    say(
      'name',
      doubt(
        'firm.alike',
        text('登记册里有相近的名称', 'The register has a similar name'),
        text(`最接近：${nearest}。不是同一家就照写。`, `Nearest: ${nearest}. If it is another, write as is.`),
        { value: nearest, title: text('就是它', 'That is it') },
      ),
    )
  return { facts: draft.facts, changes: [], old: {}, ...(parent && { parent }) }
}

function planKnown(draft: FirmDraft, now: FirmNow, say: Say): FirmPlan {
  if (!now.near) {
    say(
      'name',
      wrong(
        'elsewhere',
        text('此企业登记在您的范围之外', 'This firm is registered outside your reach'),
        text('请由其所在街道或区总工会导入。', 'Let its own street or the district bring the file.'),
      ).fault,
    )
    return { facts: [], changes: [], old: {} }
  }
  const facts: SaidFact[] = []
  const changes: string[] = []
  const old: Record<string, string> = {}
  for (const one of draft.facts) {
    // Known from later than the list's first day: from then on.
    const since = one.since < now.since && (one.until ?? now.since) >= now.since ? now.since : one.since
    const known = now.facts.filter(({ fact }) => fact === one.fact)
    const said: SaidFact = { ...one, since }
    if (since < now.since) {
      say(
        one.fact,
        wrong(
          'before',
          text('早于企业登记的日期', 'Before the firm was there'),
          text(`登记册里自 ${now.since} 起。`, `In the register from ${now.since}.`),
        ).fault,
      )
      continue
    }
    const { value, until } = said
    const fits = fitting(known, { value, since, ...(until && { until }) }, one.fact === 'designated')
    const twin = known.find((held) => held.since === since)
    if ('known' in fits) continue
    if ('fault' in fits && !(twin && (until ?? twin.until) === twin.until)) {
      say(one.fact, wrong('fact.overlaps', text('与已有记录的日期重叠', 'It overlaps what is on record'), fits.fault).fault)
      continue
    }
    facts.push(said)
    changes.push(one.fact)
    const held = known.findLast((fact) => fact.since <= since && (!fact.until || fact.until >= since))
    if (held) old[one.fact] = String(held.value satisfies FactValue)
  }
  if (draft.name && tidyFirmName(draft.name) !== tidyFirmName(now.name))
    say(
      'name',
      doubt(
        'name.differs',
        text('名称与登记的不同', 'The name differs from the register'),
        text(`登记名称是“${now.name}”，写入不改名称。`, `It is registered as “${now.name}”; the name is not changed.`),
      ),
    )
  return { facts, changes, old }
}

const firmsNowSql = `
  select o.id, o.name, o.credit_code, o.since, coalesce($4 or o.unit_id = any ($5::uuid[]) or o.id = any ($6::uuid[]), false) as near,
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'fact', f.fact, 'value', f.value, 'since', f.since) ||
        case when f.until is null then '{}' else jsonb_build_object('until', f.until) end order by f.since)
      from organisation_fact f where f.district_id = o.district_id and f.organisation_id = o.id), '[]') as facts
  from organisation o
  where o.district_id = $1 and o.kind = 'firm' and o.standing <> 'ended' and (o.credit_code = any ($2::text[]) or o.id = any ($3::uuid[]))`
