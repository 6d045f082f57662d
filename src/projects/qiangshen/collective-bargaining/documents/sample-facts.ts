/** A bargaining with every section filled, on which the papers are tried: a large electronics firm, 四届三次, 90 delegates. */
import { day } from '#kernel/day.ts'
import type { Clause } from '#law/clauses/clause.ts'
import type { Facts, Kind } from '../data.ts'

const kindClauses: Readonly<Record<Kind, readonly Clause[]>> = {
  wage: [
    { meaning: 'minimumWage', value: 315_000 },
    { meaning: 'wageGrowth', value: 550 },
    { meaning: 'averageWage', trade: '装配工', value: 9_600_000 },
    { meaning: 'nightShift', value: 3_000 },
    { meaning: 'attainableQuota', value: 9_000 },
  ],
  comprehensive: [
    { meaning: 'weeklyHours', value: 400 },
    { meaning: 'extraLeave', value: 2 },
    { meaning: 'medicalCheck', value: 1 },
  ],
  safety: [
    { meaning: 'safetyTraining', value: 4 },
    { meaning: 'hotWeather', value: 30_000 },
    { meaning: 'other', words: '高温天气十二时至十五时停止露天作业' },
  ],
  women: [{ meaning: 'womensCheck', value: 1, words: '含妇科病普查' }],
  skillWages: [
    { meaning: 'skillAllowance', trade: '数控车工', grade: 4, value: 40_000 },
    { meaning: 'skillAllowance', trade: '数控车工', grade: 5, value: 80_000 },
    { meaning: 'degreeReward', level: '本科', value: 300_000 },
    { meaning: 'patentReward', level: '发明专利', value: 500_000 },
    { meaning: 'contestPrize', level: '市级一等奖', value: 500_000 },
    { meaning: 'other', words: '每季度公布一次发放情况' },
  ],
}

const delegate = (name: string, job: string, more: object = {}) => ({
  name,
  job,
  chief: false,
  outside: false,
  woman: false,
  dispatched: false,
  ...more,
})
const side = (people: readonly ReturnType<typeof delegate>[], chosenBy: 'congress' | 'employer') => ({
  delegates: [...people],
  chosenBy,
  postedOn: day('2026-03-12'),
  postedAt: '厂区东门公告栏',
})
const tally = {
  term: 4,
  session: 3,
  heldOn: day('2026-04-20'),
  form: 'congress' as const,
  all: 90,
  present: 61,
  yes: 46,
  no: 10,
  abstain: 5,
}

/** Everything said of such a bargaining, so that every paper has something to read. */
export function sampleFacts(kind: Kind = 'wage', form: 'contract' | 'minutes' = 'contract') {
  const clauses = kindClauses[kind].map((one) => ({ ...one }))
  const company = { name: '杭州金沙电子有限公司', organisationId: '0197c000-0000-7000-8000-000000000001' }
  return {
    offer: {
      by: 'workers',
      kind,
      purpose: 'first',
      company,
      topics: ['最低工资', '年度增长幅度', '福利待遇', '等级晋升和竞赛奖励'],
      clauses,
      meetOn: day('2026-03-25'),
      meetAt: '14:00',
      place: '一号楼三楼会议室',
      delegates: ['周雅琴', '王建国', '李秀英', '陈志明', '赵敏'],
      reason: '上年度企业利润增长，劳动生产率提高',
      onBehalf: false,
      firm: {
        organisationId: company.organisationId,
        name: company.name,
        designated: true,
        employees: 2_860,
        hasUnion: true,
        unionName: '杭州金沙电子有限公司工会',
      },
      bureau: { organisationId: '0197c000-0000-7000-8000-000000000002', name: '杭州市钱塘区人力资源和社会保障局' },
    },
    service: { receivedOn: day('2026-03-03'), how: 'inPerson', receiver: '吴晓东' },
    answer: { agrees: 'otherDay', meetOn: day('2026-03-27'), meetAt: '09:30', place: '一号楼三楼会议室', says: '总经理出差' },
    refusal: { how: 'silent' },
    workerSide: side(
      [
        delegate('周雅琴', '工会主席', { chief: true, woman: true }),
        delegate('王建国', '装配班长'),
        delegate('李秀英', '质检员', { woman: true }),
        delegate('陈志明', '焊工', { dispatched: true }),
        delegate('方律师', '工资集体协商指导员', { outside: true }),
      ],
      'congress',
    ),
    employerSide: side(
      [
        delegate('吴晓东', '总经理', { chief: true }),
        delegate('郑伟', '人事部长'),
        delegate('孙丽', '财务部长', { woman: true }),
        delegate('钱峰', '生产部长'),
        delegate('冯涛', '设备部长'),
      ],
      'employer',
    ),
    vacancies: [{ side: 'workers', name: '王建国', reason: '离职' }],
    refills: [{ ...delegate('何平', '装配工'), side: 'workers', replaces: '王建国', noticeOn: day('2026-04-01') }],
    materialsAsked: { wants: ['上年度工资总额和职工平均工资', '上年度利润表'], meetingOn: day('2026-03-27') },
    materials: { year: 2025, payrollFen: 27_000_000_000, workers: 2_860 },
    meetings: [{ day: day('2026-03-27'), start: '09:30', place: '一号楼三楼会议室', chairedBy: 'workers', agenda: '年度增长幅度' }],
    proposals: [
      { side: 'workers', round: 1, clauses },
      { side: 'employer', round: 1, clauses: clauses.slice(0, 1) },
    ],
    minutes: [
      {
        round: 1,
        recorder: '沈佳',
        recorderIsDelegate: false,
        present: '双方代表各五人全部到会',
        summary: '双方就年度增长幅度交换意见，企业方同意再测算。',
        signedByWorkers: true,
        signedByEmployer: true,
      },
    ],
    suspensions: [
      { from: day('2026-03-28'), until: day('2026-04-10'), workersChiefConsents: true, employerConsents: true, reason: '等一季度报表' },
    ],
    draft: {
      title: `杭州金沙电子有限公司${{ wage: '工资专项集体合同', comprehensive: '集体合同', safety: '劳动安全卫生专项集体合同', women: '女职工权益保护专项集体合同', skillWages: form === 'minutes' ? '能级工资集体协商会议纪要' : '能级工资专项集体合同' }[kind]}`,
      since: day('2026-05-01'),
      until: day('2027-04-30'),
      clauses,
      paragraphs: ['企业每年重阳节慰问退休职工。'],
      form,
    },
    convening: { term: 4, session: 3, onDay: day('2026-04-20'), place: '职工活动中心', form: 'congress' },
    votes: [tally],
    workerSignature: { name: '周雅琴', signedOn: day('2026-04-21') },
    employerSignature: { name: '吴晓东', signedOn: day('2026-04-22') },
    filing: { copies: 5, explanation: true, says: '劳务派遣职工同工同酬。' },
    receipt: { receivedOn: day('2026-04-24') },
    objection: { says: '第三条请明确计发日期' },
    publication: { publishedOn: day('2026-05-12'), how: '厂区公告栏张贴和内网公布' },
    upperCopy: { to: '白杨街道总工会' },
    reports: [{ year: 2026, heldOn: day('2026-12-20'), says: '增长幅度已经兑现，夜班津贴有两个班组漏发，已补发。', kept: 4, notKept: 1 }],
    termination: { ground: 'agreed', on: day('2027-01-04'), bothAgree: true, says: '产线搬迁。', vote: { ...tally, session: 5 } },
    terminationFiling: { filedOn: day('2027-01-06') },
    demand: {
      breach: '收到要约书后十个工作日内没有书面答复，也没有提供协商所需资料。',
      wants: '书面答复要约，确定协商时间；如实提供工资总额等资料。',
      signedBy: '周雅琴',
      receivedOn: day('2026-03-20'),
    },
    demandAnswer: { says: '已安排协商', corrected: true },
    penaltyProposal: { ground: 'noAnswer', says: '建议给予警告，责令限期改正。' },
    coordination: { by: 'workers', matters: '年度增长幅度' },
    coordinationExtension: { until: day('2026-06-10'), reason: '需要测算' },
    coordinationResult: { settled: true, says: '年度增长幅度定为百分之五点五。' },
    withdrawal: { reason: '改为行业协商' },
    notes: [{ says: '备忘' }],
  } satisfies { [K in keyof Facts]?: unknown }
}
