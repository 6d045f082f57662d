/** The papers of an evaluation: the report with its arithmetic, and the plan for improvement. */
import { paper } from '#engine/define.ts'
import type { Day } from '#kernel/day.ts'
import { evaluationSetting } from '#law/acts/district-setting.ts'
import { Evaluation } from './data.ts'
import { dimensionIds, dimensions, type Measure, measures, respondents } from './rubric/rubric.ts'
import { itemsOf, mayBeModel, passes } from './rubric/score.ts'

const dated = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** 8666 → 86.66 */
export const pointsWords = (hundredths: number): string => String(hundredths / 100)
export const rateWords = (share: number | undefined): string => (share === undefined ? '没有数据' : `${share / 100}%`)

export const evaluationReport = paper(Evaluation, {
  id: 'evaluationReport',
  title: '集体协商质效评估报告',
  series: '评',
  law: evaluationSetting.art(4),
  reads: ['opening', 'closings', 'scores', 'conclusions'],
  write: ({ opening, closings, scores, conclusions }, at) => {
    const { rubric, tally } = closings.at(-1)!
    const { result, says } = conclusions.at(-1)!
    const items = itemsOf(rubric!, scores.at(-1)!.scores, tally!)
    const evidence = new Map(scores.at(-1)!.scores.map((one) => [one.item, one.evidence]))
    const verdict = passes(rubric!, result!)
      ? `达到合格分 ${rubric!.pass} 分${mayBeModel(rubric!, result!) ? `，高于示范分 ${rubric!.model} 分，可以申报示范企业` : ''}。`
      : `低于合格分 ${rubric!.pass} 分，应当制定改进计划，改进后重新评估。`
    return {
      layout: 'form',
      blocks: [
        {
          fields: [
            ['案号', at.caseNumber],
            ['企业', opening.company.name],
            ['评估批次', opening.round],
            ['评分标准', `${rubric!.title}（第 ${rubric!.version} 版，本区设置）`],
            ['生效的集体合同', opening.contract ? `${opening.contract.title}（${opening.contract.number}）` : '评估开始时没有'],
          ],
        },
        { heading: '结果' },
        { p: `总分 ${pointsWords(result!.total)} 分，${verdict}` },
        {
          table: {
            head: ['方面', '满分', '得分'],
            rows: dimensionIds.map((id) => [
              dimensions[id].zh,
              pointsWords(items.filter((one) => one.item.dimension === id).reduce((sum, one) => sum + one.full, 0)),
              pointsWords(result![id]),
            ]),
          },
        },
        { heading: '问卷' },
        {
          table: {
            head: ['谁答的', '应答', '收回'],
            rows: tally!.map((side) => [respondents[side.role].zh, `${side.invited}`, `${side.answered}`]),
          },
        },
        {
          p: `${(Object.keys(measures) as Measure[]).map((one) => `${measures[one].zh} ${rateWords(result![one])}（目标 ${rateWords(rubric!.targets[one])}）`).join('，')}。职工、工会、经营管理人员的回答按 ${rubric!.weights.workers}∶${rubric!.weights.union}∶${rubric!.weights.management} 计算；比率只舍不入。`,
        },
        { heading: '评价和建议' },
        { p: says },
        { heading: '逐项得分' },
        {
          table: {
            head: ['评分点', '满分', '得分', '依据'],
            rows: items.map(({ item, full, got, rate }) => [
              item.title,
              pointsWords(full),
              pointsWords(got),
              item.by === 'evaluator' ? (evidence.get(item.id) ?? '') : `${measures[item.by].zh} ${rateWords(rate)}`,
            ]),
          },
        },
      ],
      seal: at.issuer,
      date: at.on,
      note: '评分标准由本区设置，不是法律规定。总分为各评分点得分之和，可以逐项复算。',
    }
  },
})

export const improvementPlan = paper(Evaluation, {
  id: 'improvementPlan',
  title: '集体协商改进计划',
  law: evaluationSetting.art(5),
  reads: ['opening', 'conclusions', 'plans'],
  write: ({ opening, conclusions, plans }, at) => {
    const { measures: wanted, until } = plans.at(-1)!
    return {
      layout: 'form',
      blocks: [
        {
          fields: [
            ['案号', at.caseNumber],
            ['企业', opening.company.name],
            ['评估得分', `${pointsWords(conclusions.at(-1)!.result!.total)} 分`],
            ['重新评估', dated(until)],
          ],
        },
        { table: { head: ['改什么', '谁负责', '哪天以前'], rows: wanted.map((one) => [one.what, one.who, dated(one.by)]) } },
      ],
      signatures: [{ label: '企业方（签名）' }, { label: '工会（签名）' }, { label: '评估人员（签名）' }],
      seal: at.issuer,
      date: at.on,
    }
  },
})
