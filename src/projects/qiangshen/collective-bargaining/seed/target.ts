/** A firm of the demonstration that bargains, and what it bargains for. Pure: the same firm always asks for the same. */
import type { Id } from '#kernel/id.ts'
import type { Clause } from '#law/clauses/clause.ts'

export interface SeedPerson {
  readonly id?: Id | undefined
  readonly name: string
}

export interface Target {
  readonly owner: {
    readonly id: Id
    readonly name: string
    readonly shortName: string
    readonly unit: Id | null
    readonly path: readonly Id[]
  }
  readonly firm: { readonly id: Id; readonly name: string; readonly employees: number; readonly designated: boolean }
  /** Chair of the union, where the register knows one. */
  readonly chair: SeedPerson | undefined
  readonly representative: SeedPerson | undefined
  readonly workers: readonly SeedPerson[]
}

/** A whole number from 0 to below `of`, the same for the same words. */
export function chance(words: string, of: number): number {
  let sum = 2_166_136_261
  for (const sign of words) sum = Math.imul(sum ^ sign.codePointAt(0)!, 16_777_619)
  return Math.floor(((sum >>> 0) / 4_294_967_296) * of)
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const given = [
  '建国',
  '秀英',
  '志强',
  '丽华',
  '文斌',
  '海燕',
  '永明',
  '小芳',
  '国庆',
  '雪梅',
  '立新',
  '春兰',
  '大勇',
  '桂芳',
  '振华',
  '美玲',
]
/** People for the lists where the register knows too few. */
export const inventedPeople = (seed: string, many: number): readonly SeedPerson[] =>
  Array.from({ length: many }, (_, at) => ({
    name: `${surnames[(chance(seed, surnames.length) + at * 5) % surnames.length]}${given[(chance(`${seed} given`, given.length) + at * 3) % given.length]}`,
  }))

/** The figures of one firm: what stands today, what the workers ask, what the firm counters, where they meet. */
export interface Figures {
  readonly current: readonly Clause[]
  readonly asked: readonly Clause[]
  readonly countered: readonly Clause[]
  readonly met: readonly Clause[]
}

type Row = readonly [clause: Clause, current: number, asked: number, countered: number, met: number]

/** Above the minimum wage of any year of the demonstration, whose highest is 2,660 yuan. */
export function figuresOf({ firm }: Target): Figures {
  const roll = (what: string, of: number) => chance(`${firm.id} ${what}`, of)
  const least = 272_000 + roll('least', 40) * 1_000
  const rows: readonly Row[] = [
    [{ meaning: 'minimumWage' }, least - 5_000, least + 32_000, least + 8_000, least + 18_000],
    [{ meaning: 'wageGrowth' }, 300 + roll('was', 15) * 10, 750, 320 + roll('counter', 10) * 10, 450 + roll('met', 20) * 10],
    [{ meaning: 'skillAllowance', grade: 4 }, 20_000, 50_000, 25_000, 30_000 + roll('senior', 3) * 5_000],
    [{ meaning: 'skillAllowance', grade: 5 }, 40_000, 70_000, 45_000, 55_000],
    [{ meaning: 'nightShift' }, 1_800, 3_000, 2_000, 2_400 + roll('night', 4) * 100],
    [{ meaning: 'meal' }, 1_200, 1_800, 1_400, 1_600],
    [{ meaning: 'contestPrize', level: '一等奖' }, 100_000, 500_000, 200_000, 300_000],
    [{ meaning: 'promotionReward' }, 50_000, 150_000, 80_000, 100_000],
  ]
  const column = (at: 1 | 2 | 3 | 4): readonly Clause[] => rows.map((row) => ({ ...row[0], value: row[at] }))
  return { current: column(1), asked: column(2), countered: column(3), met: column(4) }
}

/** Grades of the firm's wage table, as shares of its people in thousandths, with the mean pay of a month. */
const gradeShares = [
  [0, 229, 485_000],
  [2, 264, 526_000],
  [3, 281, 584_000],
  [4, 163, 672_000],
  [5, 50, 798_000],
  [6, 13, 945_000],
] as const

export const wagesOf = ({ firm }: Target) =>
  gradeShares.map(([grade, share, monthlyFen]) => ({
    trade: firm.name.includes('光电') || firm.name.includes('电子') ? '电子设备操作工' : '生产操作工',
    grade,
    people: Math.max(1, Math.round((firm.employees * share) / 1_000)),
    monthlyFen,
    nightShifts: grade === 0 ? 0 : 6,
  }))
