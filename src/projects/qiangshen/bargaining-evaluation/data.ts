/** The facts of one evaluation of a firm's bargaining: who is asked, what each side says, the scores, the results, what follows. */
import { z } from 'zod'
import { facts, gathered, type Known } from '#engine/define.ts'
import { count, day, id, long, many, organisation, recorded, words, yes } from '#engine/fields.ts'
import { rubric } from './rubric/rubric.ts'
import { itemScore, result, sideTally } from './rubric/score.ts'

/** What the register knows of the firm on the day; nothing where it does not lie below whoever evaluates. */
const firm = z.object({
  organisationId: id('企业'),
  name: words('企业名称'),
  designated: yes('规上企业'),
  employees: count('职工人数').optional(),
  unionName: words('工会').optional(),
  /** Who speaks for its union; absent where that union itself evaluates. */
  union: z
    .object({ name: words('工会主席'), personId: id('工会主席') })
    .meta({ title: '工会主席' })
    .optional(),
  modelSince: day('示范企业起始日').optional(),
})
export type Firm = z.infer<typeof firm>

/** The contract by which the firm is bound that day. */
const contract = z.object({
  caseId: id('合同'),
  title: words('合同'),
  number: words('编号'),
  since: day('生效日'),
  until: day('到期日'),
})
export type Contract = z.infer<typeof contract>

export const Evaluation = facts({
  opening: z.object({
    company: organisation('企业'),
    round: words('评估批次'),
    invitedWorkers: count('请多少名职工答卷', 1),
    invitedUnion: count('请多少名工会干部答卷'),
    invitedManagement: count('请多少名经营管理人员答卷'),
    selfScoreBy: day('自评截止').optional(),
    says: long('说明').optional(),
    firm: recorded('firm', firm.meta({ title: '名册上的企业' })),
    contract: recorded('contract', contract.meta({ title: '生效的合同' })),
    rubricVersion: recorded('rubricVersion', count('评分标准版本', 1)),
  }),
  selfScores: gathered(z.object({ scores: many(itemScore).min(1).meta({ title: '逐项自评' }), says: long('自评说明').optional() })),
  /** The questionnaires are closed: from here on counts, rubric and scores stand beside each other. */
  closings: gathered(
    z.object({
      says: long('问卷情况').optional(),
      tally: recorded('tally', z.array(sideTally).max(3).meta({ title: '问卷统计' })),
      rubric: recorded('rubric', rubric.meta({ title: '评分标准' })),
    }),
  ),
  scores: gathered(z.object({ scores: many(itemScore).min(1).meta({ title: '逐项打分' }), says: long('评估组意见').optional() })),
  conclusions: gathered(z.object({ says: long('评价和建议'), result: recorded('result', result.meta({ title: '结果' })) })),
  plans: gathered(
    z.object({
      measures: many(z.object({ what: words('改什么'), who: words('谁负责'), by: day('哪天以前') }))
        .min(1)
        .meta({ title: '改进措施' }),
      until: day('重新评估的日期'),
    }),
  ),
  planResults: gathered(z.object({ done: long('改进情况') })),
  proposals: gathered(
    z.object({
      reasons: long('申报理由'),
      contract: recorded('contract', contract.meta({ title: '生效的合同' })),
      firm: recorded('firm', firm.meta({ title: '名册上的企业' })),
    }),
  ),
  decision: z.object({ says: long('认定意见') }),
  refusal: z.object({ reason: long('不认定的理由') }),
  withdrawal: z.object({ reason: long('为什么不评了') }),
})

export type Facts = Known<typeof Evaluation>

/** How often the firm has been evaluated in this case, this time included. */
export const attemptOf = ({ planResults }: Pick<Facts, 'planResults'>): number => planResults.length + 1
