/** 质效评估: from the firm's own score and three questionnaires to a result that anybody can compute again, and what follows from it. */
import { procedure } from '#engine/define.ts'
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { calendarDays, parameter } from '#law'
import { evaluationSetting } from '#law/acts/district-setting.ts'
import { Evaluation } from './data.ts'
import { evaluationReport, improvementPlan } from './documents.ts'
import {
  contractIsInForce,
  deductionsHaveReasons,
  everyItemIsScored,
  firmIsNoModelYet,
  firmIsOurs,
  planLooksAhead,
  pointsAreWithin,
  resultIsAboveModel,
  resultIsBelow,
  resultIsRecomputed,
  resultPasses,
  scoresAreIn,
  selfScoreIsIn,
  workersHaveAnswered,
} from './rules.ts'

const setDay = (id: string, title: ReturnType<typeof text>, article: 2 | 5) =>
  parameter(id, title, [
    {
      id,
      region: 'CN-ZJ-HZ',
      from: day('2015-01-01'),
      period: calendarDays(0),
      direction: 'after',
      start: text('自己定的日期', 'The day set'),
      title,
      law: evaluationSetting.art(article),
      source: 'R',
    },
  ])
const selfScoreDay = setDay('EVAL.SELF', text('自评截止', 'Score yourselves'), 2)
const planDay = setDay('EVAL.PLAN', text('按计划改进', 'Improve as planned'), 5)

export const bargainingEvaluation = procedure(Evaluation, {
  id: 'bargaining-evaluation',
  project: 'qiangshen',
  version: 1,
  title: '集体协商质效评估',
  short: '质效评估',
  owners: ['district', 'street', 'industry', 'park', 'regional', 'union'],
  competent: ({ opening }, owner) => owner.firm === undefined || owner.firm === opening?.company.organisationId,

  roles: {
    union: { title: '企业工会', kind: 'party' },
    employer: { title: '企业方', kind: 'party' },
    evaluator: {
      title: '评估人员',
      kind: 'desk',
      posts: ['officer', 'viceChair', 'chair', 'districtOfficer', 'unionChair', 'unionOfficer'],
    },
    confirmer: { title: '区总工会', kind: 'desk', posts: ['districtOfficer'] },
  },

  states: {
    gathering: '自评和问卷',
    scoring: '评估打分',
    concluded: '已出结果',
    improving: '改进中',
    proposed: '申报示范',
    closed: '已办结',
    model: '示范企业',
    withdrawn: '不再评估',
  },
  ends: ['closed', 'model', 'withdrawn'],

  steps: {
    open: {
      title: '开展评估',
      hint: '给企业发自评表，给职工、工会、经营管理人员发问卷码',
      to: 'gathering',
      by: 'evaluator',
      law: evaluationSetting.art(1),
      fills: 'opening',
      needs: [firmIsOurs],
    },
    selfScore: {
      title: '自评',
      hint: '对照评分标准逐项打分；评估人员看得到，不计入总分',
      from: 'gathering',
      by: ['union', 'employer'],
      recordedBy: ['evaluator'],
      law: evaluationSetting.art(2),
      gathers: 'selfScores',
    },
    closeAnswers: {
      title: '结束问卷',
      hint: '问卷不再收，统计数写进案卷',
      from: 'gathering',
      to: 'scoring',
      by: 'evaluator',
      law: evaluationSetting.art(2),
      gathers: 'closings',
      needs: [selfScoreIsIn, workersHaveAnswered],
    },
    score: {
      title: '逐项打分',
      hint: '扣分写依据；问卷项由统计得出',
      from: 'scoring',
      by: 'evaluator',
      law: evaluationSetting.art(3),
      gathers: 'scores',
      needs: [everyItemIsScored, pointsAreWithin, deductionsHaveReasons],
    },
    conclude: {
      title: '出评估结果',
      hint: '系统按评分标准算出总分，出具报告',
      from: 'scoring',
      to: 'concluded',
      by: 'evaluator',
      law: evaluationSetting.art(4),
      gathers: 'conclusions',
      needs: [scoresAreIn, resultIsRecomputed],
      papers: [evaluationReport],
    },
    plan: {
      title: '定改进计划',
      from: 'concluded',
      to: 'improving',
      by: 'evaluator',
      law: evaluationSetting.art(5),
      gathers: 'plans',
      needs: [resultIsBelow, planLooksAhead],
      papers: [improvementPlan],
    },
    planDone: {
      title: '改进完成，重新评估',
      hint: '重新自评、重新答卷、重新打分；前一次的结果留在案卷里',
      from: 'improving',
      to: 'gathering',
      by: 'evaluator',
      law: evaluationSetting.art(5),
      gathers: 'planResults',
      clears: ['selfScores', 'closings', 'scores'],
    },
    proposeModel: {
      title: '申报示范企业',
      from: 'concluded',
      to: 'proposed',
      by: 'evaluator',
      law: evaluationSetting.art(6),
      gathers: 'proposals',
      needs: [resultIsAboveModel, contractIsInForce, firmIsNoModelYet],
    },
    confirmModel: {
      title: '认定示范企业',
      hint: '从今天起，名册上记为示范企业',
      from: 'proposed',
      to: 'model',
      by: 'confirmer',
      law: evaluationSetting.art(6),
      fills: 'decision',
    },
    declineModel: {
      title: '不认定',
      from: 'proposed',
      to: 'closed',
      by: 'confirmer',
      law: evaluationSetting.art(6),
      fills: 'refusal',
    },
    close: {
      title: '办结',
      from: 'concluded',
      to: 'closed',
      by: 'evaluator',
      law: evaluationSetting.art(5),
      needs: [resultPasses],
    },
    withdraw: {
      title: '不再评估',
      from: ['gathering', 'scoring'],
      to: 'withdrawn',
      by: 'evaluator',
      law: evaluationSetting.art(1),
      fills: 'withdrawal',
    },
  },

  deadlines: {
    selfScore: {
      title: '自评截止',
      from: 'open',
      start: ({ opening }) => opening?.selfScoreBy,
      until: ['selfScore', 'closeAnswers', 'withdraw'],
      rule: selfScoreDay,
      by: ['union', 'employer'],
      ifMissed: { tell: ['union', 'employer', 'evaluator'] },
    },
    improve: {
      title: '按计划改进',
      from: 'plan',
      start: ({ plans }) => plans.at(-1)?.until,
      until: 'planDone',
      rule: planDay,
      by: ['union', 'employer'],
      ifMissed: { tell: ['union', 'employer', 'evaluator'], escalate: true },
    },
  },
  marks: {},

  parties: ({ opening }) =>
    opening
      ? [
          { role: 'employer', name: opening.company.name, organisation: opening.company.organisationId },
          ...(opening.firm?.union ? [{ role: 'union', name: opening.firm.union.name, person: opening.firm.union.personId }] : []),
        ]
      : [],
  assigned: () => [],
  subject: ({ opening }) => opening?.company.name ?? '',
  matter: ({ opening }) => opening?.round ?? '',
  // What the evaluators say of an item is theirs until the report; counts of a side of two or three people stay with them.
  private: { closings: ['evaluator', 'confirmer'], scores: ['evaluator', 'confirmer'] },
})
