/** Turns of phrase that several papers of a mediation share. Pure. */
import type { Block, WritingAt } from '#engine'
import { text } from '#kernel/text.ts'
import type { Day } from '#kernel/day.ts'
import { type Fen, yuan, yuanInCapitals } from '#kernel/money.ts'
import type { Application, ClaimKind } from '../data.ts'
import { claimedFen } from '../terms.ts'
import { interruptedOn, limitationUntil } from '../facts/windows.ts'

/** 2026年11月22日 */
export const dated = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 人民币 14,800 元（大写：壹万肆仟捌佰元整） */
export const amount = (fen: Fen): string => `人民币 ${yuan(fen)} 元（大写：${yuanInCapitals(fen)}）`

/** A line that is filled in by hand: identity numbers are not kept here. */
export const byHand = '____________________'

export const claimWords: Readonly<Record<ClaimKind, { readonly zh: string; readonly en: string }>> = {
  unpaidWages: text('拖欠劳动报酬', 'Unpaid wages'),
  overtime: text('加班费', 'Overtime pay'),
  severance: text('经济补偿或者赔偿金', 'Severance pay or damages'),
  injuryMedical: text('工伤医疗费', 'Medical costs of a work injury'),
  dismissal: text('解除劳动合同', 'Dismissal'),
  socialInsurance: text('社会保险', 'Social insurance'),
  hoursLeave: text('工作时间、休息休假', 'Working hours, rest and leave'),
  contract: text('订立、履行、变更劳动合同', 'Making, performing or changing the contract'),
  relationship: text('确认劳动关系', 'Whether there is employment'),
  platformDeduction: text('平台扣款、处罚', 'Deductions and penalties of a platform'),
  other: text('其他劳动争议', 'Another labour dispute'),
}

/** Which case a sheet without a number of its own belongs to. */
export const caseLine = ({ caseNumber }: WritingAt): Block => ({ fields: [['案号', caseNumber]] })

/** The two sides as every paper names them, with what is left for the hand. */
export const partiesBlock = ({ worker, respondent }: Application, firstIsWorker = true): Block => {
  const person = [
    ['职工方', worker.name],
    ['身份证号码', byHand],
    ['联系电话', worker.phone ?? byHand],
  ] as const
  const firm = [
    [respondent.kind === 'platform' ? '平台企业' : '用人单位', respondent.name],
    ['统一社会信用代码', byHand],
    ['法定代表人或者负责人', byHand],
    ['联系电话', respondent.phone ?? byHand],
  ] as const
  return { fields: firstIsWorker ? [...person, ...firm] : [...firm, ...person] }
}

export const claimBlocks = (application: Application): readonly Block[] => {
  const total = claimedFen(application)
  return [
    { heading: '请求事项' },
    { p: application.wants },
    ...(application.claims?.length
      ? [
          {
            table: {
              head: ['请求', '金额（元）'],
              rows: application.claims.map((one) => [one.item, one.amountFen === undefined ? '—' : yuan(one.amountFen)]),
            },
          },
        ]
      : []),
    ...(total === undefined ? [] : [{ p: `请求金额共计${amount(total)}。` }]),
    { heading: '事实和理由' },
    { p: application.happened },
  ]
}

/** Until when arbitration may be asked for, with the article; the words the end notices carry. */
export function limitationWords(application: Application, at: WritingAt): string {
  const interrupted = interruptedOn(at)
  const last = limitationUntil(application, at, interrupted)
  if (!last)
    return '劳动关系存续期间因拖欠劳动报酬发生争议的，不受一年仲裁时效期间的限制；劳动关系终止的，应当自终止之日起一年内提出（《劳动争议调解仲裁法》第二十七条第四款）。'
  const anew = interrupted ? `仲裁时效自${dated(interrupted)}起中断、重新计算（《企业劳动争议协商调解规定》第三十一条），` : ''
  return `${anew}申请仲裁的时效期间为一年，最后一日为 ${dated(last)}（《劳动争议调解仲裁法》第二十七条）。`
}

export const shortParties = ({ worker, respondent }: Application): string => `${worker.name}与${respondent.name}`
