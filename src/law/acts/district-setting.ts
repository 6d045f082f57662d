/** What a district sets for itself where no statute speaks. Not law: the words are the house's own, and every screen says so. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const evaluationSetting = act(
  {
    id: 'evaluation-setting',
    title: text(
      '集体协商质效评估和指导办法（本区设置，不是法律）',
      "The district's setting on evaluating and coaching bargaining (not law)",
    ),
    short: text('本区评估设置', 'District setting'),
    region: 'CN-ZJ-HZ',
    from: day('2015-01-01'),
  },
  {
    1: '按主体、程序、内容、履行及效果、综合五个方面评估企业集体协商的质量和效果',
    2: '企业先自评；职工、工会、企业经营管理人员分别答卷，职工答卷不记名',
    3: '评估人员逐项打分，写明依据',
    4: '按评估开始之日有效的评分标准计算，结果可以复算',
    5: '低于合格分的，制定改进计划，改进后重新评估',
    6: '高于示范分、合同在有效期内的，可以申报示范企业，写明理由，由区总工会认定',
    7: '指导员联系企业不超过上限，每次指导都有记录，更正写明理由',
  },
)
