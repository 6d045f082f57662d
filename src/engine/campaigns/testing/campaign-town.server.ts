/** A small district for the tests of campaigns: firms with unions in two streets, and the invented lending procedure sent to many at once. */
import { z } from 'zod'
import { type Day, day, weekday } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import type { Caller, HeldPost } from '#platform/caller.ts'
import type { Query } from '#platform/database.server.ts'
import { paper } from '../../define.ts'
import { recorded } from '../../fields.ts'
import library from '../../library-card/index.ts'
import { libraryRules } from '../../library-card/law.ts'
import { lending, Loan } from '../../library-card/procedure.ts'
import type { Lookups } from '../../lookup.ts'
import type { Mechanism } from '../../mechanism.ts'
import { campaign } from '../campaign.ts'

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
export const ids = { district: id(1), street: id(2), other: id(3), head: id(11), far: id(12), chief: id(13), chair: id(14) } as const
export const firmId = (n: number) => id(0x1000 + n)
export const unionId = (n: number) => id(0x8000 + n)

const letter = paper(Loan, {
  id: 'letter',
  title: '借书函',
  series: '函',
  law: libraryRules.art(1),
  reads: ['wish'],
  write: ({ wish }, at) => ({ layout: 'letter', blocks: [{ p: `${wish.reader}借书${wish.books}本。` }], seal: at.issuer, date: at.on }),
})

/** Lending, owned by unions, begun by the street for them; sent to many. Firms of more than 500 ask for six books, which the rules refuse. */
export const lendingToMany: Mechanism = {
  ...library,
  procedure: {
    ...lending,
    owners: ['union', 'street'],
    facts: { ...Loan, wish: Loan.wish.extend({ mark: recorded('mark', z.string()) }) },
    roles: { ...lending.roles, head: { title: '总馆', kind: 'desk', posts: ['viceChair', 'districtOfficer'], above: true } },
    steps: {
      ...lending.steps,
      ask: {
        title: '申请借书',
        to: 'asked',
        by: ['reader', 'head'],
        law: libraryRules.art(1),
        fills: 'wish',
        needs: lending.steps.ask.needs!,
        papers: [letter],
      },
    },
  },
  campaign: campaign({
    title: text('集中借书', 'Borrowing by many'),
    hint: text('一次发出，各立一案', 'Issued at once, a case each'),
    step: 'ask',
    law: libraryRules.art(1),
    common: z.object({
      books: z.int().min(1).max(9).meta({ title: '本数' }),
      for: z.string().trim().min(1).max(40).meta({ title: '为谁' }),
    }),
    en: { books: 'Books', for: 'For whom' },
    reads: ['wish'],
    mayReceive: ({ open }) =>
      open.length > 0 ? { says: text(`已有 ${open[0]!.number}`, `There is ${open[0]!.number}`), law: libraryRules.art(6) } : null,
    inputFor: ({ firm }, common) => ({ reader: `${firm.name}${common.for}`, books: (firm.employees ?? 0) > 500 ? 6 : common.books }),
    brief: (input) => text(`${(input as { books: number }).books} 本`, `${(input as { books: number }).books} books`),
    phases: [
      { id: 'silent', title: text('逾期', 'Overdue'), states: ['asked'], overdue: ['answer'] },
      { id: 'waiting', title: text('等答复', 'Waiting'), states: ['asked'] },
      { id: 'lent', title: text('已借', 'Lent'), states: ['lent'] },
      { id: 'refused', title: text('未借', 'Refused'), states: ['refused'] },
    ],
    remind: {
      phase: 'silent',
      says: (last, law) => text(`应于 ${last} 前答复（${law.short.zh}第${law.article}条）`, `Answer was due ${last} (art. ${law.article})`),
    },
  }),
} as Mechanism

export const mechanisms: ReadonlyMap<string, Mechanism> = new Map([[lendingToMany.procedure.id, lendingToMany]])
export const lookups: Lookups = { 'library-card': { mark: async ({ owner }) => `架 ${owner.id.slice(-4)}` } }
export const calendar = {
  isWorking: (d: Day) => weekday(d) > 0 && weekday(d) < 6,
  nameOf: () => undefined,
  isMakeUp: () => false,
  isProvisional: () => false,
}

/** Lays out so many firms, each with its union, half of them in either street; the last has neither union nor a federation that may act. */
export async function layOut(owner: Query, firms: number): Promise<void> {
  await owner(`insert into district (id, name, short_name, region) values ($1, '某区', '某', 'CN')`, [ids.district])
  const rows = [
    { id: ids.district, kind: 'district', name: '某区总工会', path: [ids.district] },
    { id: ids.street, kind: 'street', name: '东街总工会', path: [ids.district, ids.street] },
    { id: ids.other, kind: 'street', name: '西街总工会', path: [ids.district, ids.other] },
  ].map((row) => ({ ...row, firm: null as string | null, employees: null as number | null }))
  for (let n = 0; n < firms; n++) {
    const street = n % 2 === 0 ? ids.street : ids.other
    const name = `第${String(n).padStart(4, '0')}厂`
    rows.push({ id: firmId(n), kind: 'firm', name, path: [ids.district, street, firmId(n)], firm: null, employees: 100 + (n % 50) })
    rows.push({
      id: unionId(n),
      kind: 'union',
      name: `${name}工会`,
      path: [ids.district, street, unionId(n)],
      firm: firmId(n),
      employees: null,
    })
  }
  await owner(
    `insert into organisation (district_id, id, kind, name, short_name, sort_name, parent_id, unit_id, path, firm_id, employees, since)
     select $1, r.id, r.kind, r.name, r.name, r.name, (r.path)[array_length(r.path, 1) - 1], (r.path)[2], r.path, r.firm, r.employees, '2020-01-01'
     from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text, name text, path uuid[], firm uuid, employees integer)`,
    [ids.district, JSON.stringify(rows)],
  )
}

const post = (kind: string, at: HeldPost['organisation'], scope: HeldPost['scope']): HeldPost => ({
  id: id(99),
  kind,
  organisation: at,
  scope,
  since: day('2020-01-01'),
})
const caller = (person: string, name: string, held: HeldPost, scope: Partial<Caller['scope']>): Caller => ({
  person,
  name,
  district: ids.district,
  region: 'CN',
  posts: [held],
  scope: { district: ids.district, all: false, trees: [], units: [], readers: [`p:${person}`], ...scope },
})

const district = { id: ids.district, name: '某区总工会', kind: 'district', path: [ids.district] }
const street = (key: 'street' | 'other', name: string) => ({ id: ids[key], name, kind: 'street', path: [ids.district, ids[key]] })

export const callers = {
  chief: caller(ids.chief, '区干部', post('districtOfficer', district, 'below'), { all: true }),
  head: caller(ids.head, '东街副主席', post('viceChair', street('street', '东街总工会'), 'below'), { trees: [ids.street] }),
  far: caller(ids.far, '西街副主席', post('viceChair', street('other', '西街总工会'), 'below'), { trees: [ids.other] }),
  chair: caller(
    ids.chair,
    '厂工会主席',
    post('unionChair', { id: unionId(0), name: '第0000厂工会', kind: 'union', path: [ids.district, ids.street, unionId(0)] }, 'unit'),
    { units: [unionId(0)] },
  ),
} as const
