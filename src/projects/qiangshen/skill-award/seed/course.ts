/** How an award of the demonstration goes: reported, verified, confirmed, or on the way, by the number of the worker. Pure. */
import type { Entry } from '#engine'
import { addDays, type Day, laterOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { EventFacts, Facts } from '../data.ts'
import { firstMonth, monthlyFen, onceFen } from '../owed.ts'

interface SeedPerson {
  readonly id: Id
  readonly name: string
}

export interface SeedFirm {
  readonly owner: {
    readonly id: Id
    readonly name: string
    readonly shortName: string
    readonly unit: Id | null
    readonly path: readonly Id[]
    readonly firm: Id
  }
  readonly firm: { readonly id: Id; readonly name: string }
  /** The first day of its contract. */
  readonly since: Day
  readonly chair: SeedPerson
  readonly representative: SeedPerson
  readonly workers: readonly SeedPerson[]
}

interface Asked {
  readonly firm: SeedFirm
  readonly worker: SeedPerson
  readonly nth: number
  readonly today: Day
  later(from: Day, workingDays: number): Day
}
type Step = Entry | ((known: Readonly<Record<string, unknown>>) => Entry)

const trades = ['数控车工', '装配钳工', '焊工', '电工', '质检员', '仓储管理员'] as const

/** Every third is a prize of the district, every fifth a technician, the others senior workers. */
function eventFor({ firm, worker, nth, today }: Asked): EventFacts {
  const on = laterOf(addDays(today, -150 + ((nth * 37) % 130)), addDays(firm.since, 1))
  const trade = trades[nth % trades.length]!
  const who = {
    worker: { name: worker.name, personId: worker.id },
    firm: { name: firm.firm.name, organisationId: firm.firm.id },
    on,
    trade,
  }
  if (nth % 3 === 2)
    return {
      kind: 'contest',
      title: `${trade}职工技能竞赛`,
      issuer: '区总工会',
      authority: 'district',
      rank: nth % 2 ? 'first' : 'second',
      ...who,
    }
  return {
    kind: 'certificate',
    title: `${trade}职业技能等级证书`,
    issuer: '技能人才评价机构',
    number: `Y${on.replaceAll('-', '')}${String(nth).padStart(5, '0')}`,
    grade: nth % 5 === 4 ? 'technician' : 'senior',
    ...who,
  }
}

/** One in eight is still with the union, one in eight with the firm, one in sixteen disputed. */
export function courseOf(asked: Asked): readonly Step[] {
  const { firm, worker, nth, later, today } = asked
  const event = eventFor(asked)
  const at = [later(event.on, 1 + (nth % 4))]
  for (const gap of [3, 6, 25]) at.push(later(at.at(-1)!, gap))
  const [reported, verified, confirmed, disputed] = at as [Day, Day, Day, Day]
  const by = (person: SeedPerson, role: string, step: string, on: Day, input?: unknown): Entry => ({
    step,
    by: role,
    on,
    person: person.id,
    name: person.name,
    ...(input ? { input } : {}),
  })
  const recent = later(addDays(today, -6), 1)
  const fresh = nth % 8 === 7
  if (fresh) return [by(worker, 'worker', 'report', recent, { ...event, on: recent })]
  const waits = nth % 8 === 6
  const opening = [by(worker, 'worker', 'report', reported, event), by(firm.chair, 'union', 'verify', verified, { how: 'original' })]
  if (waits) return opening
  const pays: Step = (known) => {
    const facts = known as unknown as Facts
    const [monthly, once, from] = [monthlyFen(facts), onceFen(facts), firstMonth(facts)]
    return by(firm.representative, 'employer', 'confirmPayment', confirmed, {
      ...(monthly ? { monthlyFen: monthly } : {}),
      ...(from ? { fromMonth: from } : {}),
      ...(once ? { onceFen: once, paidOn: later(confirmed, 5) } : {}),
    })
  }
  const quarrels = nth % 16 === 3 ? [by(worker, 'worker', 'dispute', disputed, { what: 'tooLittle' })] : []
  return [...opening, pays, ...quarrels, by(firm.chair, 'union', 'close', later(confirmed, 8))]
}
