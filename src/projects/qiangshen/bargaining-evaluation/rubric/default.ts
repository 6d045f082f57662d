/** The rubric with which a district begins: 54 scoring points of our own, to be changed in the house. */
import type { Dimension, Item, Question, Rubric } from './rubric.ts'

type Line = readonly [zh: string, en: string, points: number, evidence: string, by?: Item['by']]

const subject: readonly Line[] = [
  ['企业已建工会，工会在任期内', 'The firm has a union within its term', 2, '工会批复、换届材料'],
  ['工会主席依法产生，不由企业主要负责人的近亲属担任', "The chair is duly elected and no near relative of the firm's head", 2, '选举结果'],
  ['双方协商代表每方三至九名，人数符合规定', 'Each side has three to nine delegates as required', 2, '代表名单'],
  ['企业方代表不多于职工方代表', "The employer's delegates are no more than the workers'", 2, '代表名单'],
  ['职工方代表由职代会、职工大会选举产生', "The workers' delegates are elected by the congress or assembly", 2, '会议记录'],
  ['代表名单已经公示', 'The list of delegates was posted', 2, '公示照片'],
  ['外聘代表不超过本方三分之一', 'Outside delegates are at most a third of their side', 1, '委托书'],
  ['女职工较多的，职工方有女代表', 'Where many women work, women are among the delegates', 1, '代表名单'],
  ['代表受过协商培训，或者有指导员指导', 'Delegates were trained or had an instructor', 2, '培训记录、指导日志'],
  ['代表履职时间和待遇有保障，没有被打击报复', 'Delegates have the time and pay they need and suffer no reprisal', 2, '访谈'],
]
const process: readonly Line[] = [
  ['书面要约，写明时间、地点、内容、代表', 'A written offer states time, place, contents and delegates', 2, '要约书'],
  ['收到要约后在期限内书面答复', 'The offer was answered in writing in time', 2, '答复书'],
  ['会前听取职工意见，有记录', "Workers' views were heard before the meeting and recorded", 2, '意见征集记录'],
  ['企业按期如实提供协商资料', 'The employer supplied its figures truly and in time', 2, '资料清单'],
  ['召开协商会议，双方代表到会', 'A meeting was held with delegates of both sides', 2, '签到表'],
  ['会议由非协商代表记录，首席代表签字', 'A recorder who is no delegate took the minutes, the chiefs signed', 2, '会议记录'],
  ['中止协商经双方同意，累计不超过期限', 'Suspension was agreed and within its limit', 1, '会议记录'],
  ['草案提交职代会或者职工大会审议', 'The draft went to the congress or assembly', 2, '会议通知'],
  ['到会人数和赞成票达到法定多数', 'Attendance and votes reached the majorities of the law', 2, '表决记录'],
  ['表决采用无记名方式', 'The vote was secret', 2, '表决票'],
  ['双方首席代表签字，加盖公章', 'Both chiefs signed and sealed', 2, '合同文本'],
  ['按期报送人社部门审查', 'Filed with the labour office in time', 2, '报送回执'],
  ['生效后按期向全体职工公布', 'Published to all workers in time after taking effect', 2, '公布照片'],
  ['全过程在规定期限内完成，档案齐全', 'All was done in time and the file is complete', 2, '协商档案'],
]
const content: readonly Line[] = [
  ['工资分配制度、工资标准和形式', 'Wage system, standards and forms', 2, '合同文本'],
  ['最低工资高于当地标准', 'The lowest wage lies above the local minimum', 2, '合同文本'],
  ['职工年度平均工资和调整幅度', 'The average wage of the year and its change', 2, '合同文本'],
  ['计件单价、劳动定额经协商确定', 'Piece rates and quotas were negotiated', 2, '定额表'],
  ['工资支付办法、支付日', 'How and on which day wages are paid', 2, '合同文本'],
  ['加班工资、奖金、津贴、补贴', 'Overtime, bonuses, allowances and subsidies', 2, '合同文本'],
  ['技能等级、学历、创新、荣誉与工资挂钩', 'Skill, degree, innovation and honours tied to pay', 2, '能级工资清单'],
  ['工作时间、休息休假', 'Hours, rest and leave', 2, '合同文本'],
  ['劳动安全卫生、职业病防护', 'Safety, health and protection from occupational disease', 2, '合同文本'],
  ['女职工特殊权益保护', 'Protection of women workers', 2, '专项合同'],
  ['条款具体，有数字、时间，可以检查', 'Clauses are concrete, with figures and days that can be checked', 2, '合同文本'],
  ['不低于行业性、区域性合同的标准', 'Not below industry and regional contracts', 1, '合同文本'],
]
const performance: readonly Line[] = [
  ['约定的工资增长已经兑现', 'The rise agreed was paid', 3, '工资表'],
  ['约定的津贴、福利已经兑现', 'Allowances and benefits agreed were given', 2, '工资表、发放记录'],
  ['没有拖欠、克扣工资', 'No wages were withheld or cut', 2, '工资表、访谈'],
  ['每年向职代会报告履行情况', 'Performance is reported to the congress every year', 2, '报告'],
  ['有监督小组，有检查记录', 'A supervising group keeps records of its checks', 1, '检查记录'],
  ['职工收入随企业效益合理增长', 'Earnings rise in step with the results of the firm', 2, '两年对比'],
  ['职工流失率稳定或者下降', 'Fewer or no more workers leave than before', 2, '人事数据'],
  ['没有因合同内容发生集体争议', 'No collective dispute arose from the contract', 2, '调解、仲裁记录'],
  ['问卷参与率', 'Participation in the questionnaire', 1, '问卷统计', 'participation'],
  ['职工对协商和合同的知晓率', 'How many know of the bargaining and the contract', 2, '问卷统计', 'awareness'],
  ['职工对协商结果的满意率', 'How many are satisfied with what came of it', 2, '问卷统计', 'satisfaction'],
  ['期满前按期续订', 'Renewed in time before it ended', 1, '续订要约'],
]
const overall: readonly Line[] = [
  ['企业重视，有协商制度和经费', 'The firm takes it seriously, with rules and means', 2, '制度文件'],
  ['工会能独立代表职工提出主张', "The union speaks for the workers' claims by itself", 2, '会议记录'],
  ['有企业特点的创新做法', "There are new ways of the firm's own", 2, '做法材料'],
  ['经验被上级推广或者媒体报道', 'Its experience was spread by upper unions or the press', 1, '报道'],
  ['协商资料、合同上传系统，信息完整', 'Papers and contract are in the system, complete', 2, '系统记录'],
  ['上次评估指出的问题已经改进', 'What the last evaluation found was mended', 1, '改进计划'],
]

const itemsFrom = (dimension: Dimension, prefix: string, lines: readonly Line[]): readonly Item[] =>
  lines.map(([title, titleEn, points, evidence, by = 'evaluator'], at) => ({
    id: `${prefix}${at + 1}`,
    dimension,
    title,
    titleEn,
    points,
    by,
    evidence,
  }))

const everybody: Question['asks'] = ['workers', 'union', 'management']
const questions: readonly Question[] = [
  {
    id: 'q1',
    words: '您知道企业和工会进行过工资集体协商吗？',
    wordsEn: 'Do you know that firm and union bargained over wages?',
    measure: 'awareness',
    asks: everybody,
  },
  {
    id: 'q2',
    words: '您知道谁是职工方协商代表吗？',
    wordsEn: "Do you know who the workers' delegates are?",
    measure: 'awareness',
    asks: everybody,
  },
  {
    id: 'q3',
    words: '您看到过已经生效的集体合同吗？',
    wordsEn: 'Have you seen the contract in force?',
    measure: 'awareness',
    asks: everybody,
  },
  {
    id: 'q4',
    words: '协商前有人听取过您的意见吗？',
    wordsEn: 'Did anybody ask for your view before?',
    measure: 'awareness',
    asks: ['workers'],
  },
  {
    id: 'q5',
    words: '您对协商确定的工资调整满意吗？',
    wordsEn: 'Are you satisfied with the wage change agreed?',
    measure: 'satisfaction',
    asks: everybody,
  },
  {
    id: 'q6',
    words: '您对合同的履行情况满意吗？',
    wordsEn: 'Are you satisfied with how the contract is kept?',
    measure: 'satisfaction',
    asks: everybody,
  },
  {
    id: 'q7',
    words: '您对工会在协商中的作用满意吗？',
    wordsEn: 'Are you satisfied with the part the union played?',
    measure: 'satisfaction',
    asks: ['workers', 'management'],
  },
  {
    id: 'q8',
    words: '您对企业方的协商态度满意吗？',
    wordsEn: "Are you satisfied with the employer's attitude?",
    measure: 'satisfaction',
    asks: ['workers', 'union'],
  },
]

export const defaultRubric: Rubric = {
  version: 1,
  title: '集体协商质效评估评分标准',
  items: [
    ...itemsFrom('subject', 's', subject),
    ...itemsFrom('process', 'p', process),
    ...itemsFrom('content', 'c', content),
    ...itemsFrom('performance', 'f', performance),
    ...itemsFrom('overall', 'o', overall),
  ],
  questions: [...questions],
  weights: { workers: 60, union: 20, management: 20 },
  targets: { participation: 8_000, awareness: 9_000, satisfaction: 9_000 },
  pass: 80,
  model: 90,
  roundShare: 6_000,
}
