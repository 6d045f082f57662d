/** What the demonstration's disputes are about: a few ordinary troubles, told with the worker's own figures. Pure. */
import { addMonths, type Day } from '#kernel/day.ts'
import { yuan } from '#kernel/money.ts'
import { demoNumber } from '#registry/demo.ts'
import type { ClaimKind } from '../data.ts'
import type { Line } from '#engine/fields.ts'

export interface Trouble {
  readonly claim: ClaimKind
  readonly happened: string
  readonly wants: string
  readonly lines: readonly Line[]
  readonly stillEmployed: boolean
  readonly settlesAt: number
}

type Teller = (seed: string, on: Day) => Trouble

const monthName = (on: Day, back: number): string => `${Number(addMonths(on, -back).slice(5, 7))} 月`
const wageOf = (seed: string): number => 480_000 + demoNumber(`wage ${seed}`, 60) * 10_000
const settles = (seed: string, least: number): number => (least + demoNumber(`settles ${seed}`, 100 - least + 1)) / 100

const tellers: readonly Teller[] = [
  (seed, on) => {
    const wage = wageOf(seed)
    const months = 1 + demoNumber(`months ${seed}`, 3)
    const lines = Array.from({ length: months }, (_, n) => ({ item: `${monthName(on, months - n)}工资`, amountFen: wage }))
    return {
      claim: 'unpaidWages',
      happened: `每月工资 ${yuan(wage)} 元，从${monthName(on, months)}起没有发，催了几次，公司说资金周转不过来。`,
      wants: `把欠的 ${months} 个月工资 ${yuan(wage * months)} 元发给我。`,
      lines,
      stillEmployed: demoNumber(`still ${seed}`, 2) === 0,
      settlesAt: settles(seed, 92),
    }
  },
  (seed, on) => {
    const hours = 24 + demoNumber(`hours ${seed}`, 60)
    const fen = hours * (3_200 + demoNumber(`rate ${seed}`, 12) * 100)
    return {
      claim: 'overtime',
      happened: `${monthName(on, 2)}、${monthName(on, 1)}周末共加班 ${hours} 小时，只按平时工资算。`,
      wants: `按规定补发加班工资 ${yuan(fen)} 元。`,
      lines: [{ item: '加班工资差额', amountFen: fen }],
      stillEmployed: true,
      settlesAt: settles(seed, 75),
    }
  },
  (seed) => {
    const years = 1 + demoNumber(`years ${seed}`, 6)
    const fen = wageOf(seed) * years
    return {
      claim: 'severance',
      happened: `工作了 ${years} 年，公司调整班组，口头通知不再续用，没有给经济补偿。`,
      wants: `支付经济补偿 ${yuan(fen)} 元。`,
      lines: [{ item: '经济补偿', amountFen: fen }],
      stillEmployed: false,
      settlesAt: settles(seed, 70),
    }
  },
  (seed) => {
    const fen = 180_000 + demoNumber(`medical ${seed}`, 90) * 10_000
    return {
      claim: 'injuryMedical',
      happened: '上班时手被夹伤，认定了工伤，门诊和住院的钱自己先垫了，公司一直没有报。',
      wants: `报销垫付的医疗费 ${yuan(fen)} 元。`,
      lines: [{ item: '医疗费', amountFen: fen }],
      stillEmployed: true,
      settlesAt: settles(seed, 90),
    }
  },
  (seed) => {
    const fen = wageOf(seed) * 2
    return {
      claim: 'dismissal',
      happened: '因为请了三天病假，公司说算旷工，把我辞退了，没有书面通知。',
      wants: `认定违法辞退，支付赔偿金 ${yuan(fen)} 元。`,
      lines: [{ item: '赔偿金', amountFen: fen }],
      stillEmployed: false,
      settlesAt: settles(seed, 50),
    }
  },
  (seed) => {
    const days = 5 + demoNumber(`leave ${seed}`, 6)
    const fen = days * 42_000
    return {
      claim: 'hoursLeave',
      happened: `工作满三年，今年的 ${days} 天年休假一天没有安排，也没有给钱。`,
      wants: `安排休假，或者付 ${days} 天的年休假工资 ${yuan(fen)} 元。`,
      lines: [{ item: '年休假工资', amountFen: fen }],
      stillEmployed: true,
      settlesAt: settles(seed, 85),
    }
  },
  (seed) => {
    const fen = 60_000 + demoNumber(`social ${seed}`, 40) * 10_000
    return {
      claim: 'socialInsurance',
      happened: '入职半年没有缴社会保险，看病的钱自己出了一部分。',
      wants: `补缴社会保险，赔偿看病多出的 ${yuan(fen)} 元。`,
      lines: [{ item: '医疗费损失', amountFen: fen }],
      stillEmployed: true,
      settlesAt: settles(seed, 80),
    }
  },
]
/** Unpaid wages are what most people come with. */
const weights = [38, 18, 16, 9, 8, 6, 5]

const deduction: Teller = (seed) => {
  const fen = 30_000 + demoNumber(`deduction ${seed}`, 20) * 6_000
  return {
    claim: 'platformDeduction',
    happened: '因为超时和差评被连续扣款，申诉没有人工答复。',
    wants: `说明扣款依据，退回 ${yuan(fen)} 元。`,
    lines: [{ item: '扣款', amountFen: fen }],
    stillEmployed: true,
    settlesAt: settles(seed, 60),
  }
}

export function troubleOf(seed: string, on: Day, platform: boolean): Trouble {
  if (platform) return deduction(seed, on)
  const at = demoNumber(`claim ${seed}`, 100)
  let sum = 0
  const n = weights.findIndex((weight) => (sum += weight) > at)
  return tellers[n]!(seed, on)
}
