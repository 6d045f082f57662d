/** What is counted of collective bargaining: contracts in force and signed, firms and workers covered once, the two ratios of 双100%, pilots. */
import { type Text, text } from '#kernel/text.ts'
import { contractZhejiang } from '#law/acts/bargaining.ts'
import { among, type Base, covered, designated, inForce, pilots, signed } from '#indicators/base.ts'
import type { CountedSet, Indicator, Part, PartGroup } from '#indicators/indicator.ts'

const project = 'qiangshen'
const ofFirms = (ids: string, ...needs: readonly Base[]): CountedSet => ({ of: 'firm', needs, ids })
const ofContracts = (ids: string, ...needs: readonly Base[]): CountedSet => ({ of: 'contract', needs, ids })

const part = (title: Text, group: PartGroup, set: CountedSet): Part => ({ title, group, set })

const own = text('企业合同', 'Own contract')
const industry = text('行业性合同', 'Industry contract')
const regional = text('区域性合同', 'Regional contract')
const levelOf = (level: string) => ofContracts(`select id from in_force where level = '${level}'`, inForce)

const contractsInForce: Indicator = {
  id: 'contractsInForce',
  project,
  title: text('有效集体合同', 'Contracts in force'),
  measure: 'contracts',
  rule: text(
    '当天在有效期内（首日、末日都算），并至少约束一家企业的集体合同，每份算一次；变更不另算，会议纪要不算。',
    'Contracts within their term that day, first and last day included, that bind at least one firm; each once. A change is no second one; minutes do not count.',
  ),
  law: contractZhejiang.art(34),
  numerator: ofContracts('select id from in_force', inForce),
  parts: {
    own: part(own, 'level', levelOf('enterprise')),
    industry: part(industry, 'level', levelOf('industry')),
    regional: part(regional, 'level', levelOf('regional')),
    signedThisYear: part(
      text('今年签订的', 'Signed this year'),
      'signing',
      ofContracts(`select id from in_force where ${among('id', 'select id from signed')}`, inForce, signed),
    ),
    signedBefore: part(
      text('往年签订、仍在有效期的', 'Signed before and still in force'),
      'signing',
      ofContracts(`select id from in_force where version = 1 and not ${among('id', 'select id from signed')}`, inForce, signed),
    ),
    changed: part(
      text('变更后的文本（签订年份按原合同算）', 'Changed texts (the year of signing is that of the first)'),
      'signing',
      ofContracts('select id from in_force where version > 1', inForce),
    ),
  },
}

const contractsSigned: Indicator = {
  id: 'contractsSigned',
  project,
  title: text('今年签订的集体合同', 'Contracts signed this year'),
  measure: 'contracts',
  rule: text(
    '自 1 月 1 日至当天双方首席代表签字的集体合同，首次签订和续订都算，不论是否已经生效或者已经终止；合同的变更和会议纪要不算。',
    'Contracts signed by both chiefs from 1 January to that day, first ones and renewals, whether or not they are in force; changes and minutes do not count.',
  ),
  numerator: ofContracts('select id from signed', signed),
  parts: {
    inForce: part(
      text('当天有效', 'In force that day'),
      'signing',
      ofContracts(`select id from signed where ${among('id', 'select id from in_force')}`, signed, inForce),
    ),
    notYet: part(
      text('尚未生效', 'Not yet in force'),
      'signing',
      ofContracts(`select id from signed where since > $2::date and not ${among('id', 'select id from in_force')}`, signed, inForce),
    ),
    ended: part(
      text('已经终止、由变更后的文本接替，或者不再约束企业', 'Ended, replaced by a changed text, or binding no firm any more'),
      'signing',
      ofContracts(`select id from signed where since <= $2::date and not ${among('id', 'select id from in_force')}`, signed, inForce),
    ),
  },
}

/** Each firm stands in the first of these that is so; the three add up. */
const once = {
  own: 'own',
  industry: 'not own and industry',
  regional: 'not own and not industry',
} as const

const firmsWhere = (where: string) => ofFirms(`select id from covered where ${where}`, covered)
const firmsCovered: Indicator = {
  id: 'firmsCovered',
  project,
  title: text('集体合同覆盖企业', 'Firms covered'),
  measure: 'firms',
  rule: text(
    '当天受至少一份有效集体合同约束的企业，每家算一次：有企业合同的归企业合同，其次归行业性，再次归区域性。',
    'Firms bound by at least one contract in force that day, each once: by its own where it has one, else by its industry’s, else by its region’s.',
  ),
  numerator: ofFirms('select id from covered', covered),
  parts: {
    own: part(own, 'level', firmsWhere(once.own)),
    industry: part(industry, 'level', firmsWhere(once.industry)),
    regional: part(regional, 'level', firmsWhere(once.regional)),
    several: part(text('受两份以上合同约束的', 'Bound by more than one'), 'beside', firmsWhere('contracts > 1')),
  },
}

const workersWhere = (where: string): CountedSet => ({
  of: 'firm',
  needs: [covered],
  ids: `select id, employees as weight from covered where employees is not null and ${where}`,
  weighs: true,
})
const workersCovered: Indicator = {
  id: 'workersCovered',
  project,
  title: text('集体合同覆盖职工', 'Workers covered'),
  measure: 'people',
  rule: text(
    '上述企业当天登记的职工人数之和，一家企业受几份合同约束都只算一次；没有登记职工人数的企业按 0 计，另列名单。',
    'The employees on record that day of those firms; a firm bound by several contracts counts once. Firms without a number on record count as 0 and are listed.',
  ),
  numerator: workersWhere('true'),
  parts: {
    own: part(own, 'level', workersWhere(once.own)),
    industry: part(industry, 'level', workersWhere(once.industry)),
    regional: part(regional, 'level', workersWhere(once.regional)),
    unknown: part(text('没有登记职工人数的企业（家）', 'Firms without a number on record'), 'beside', firmsWhere('employees is null')),
  },
}

const designatedFirms = ofFirms('select id from designated', designated)
const bothWhole = { percent: 100, says: text('双100%', 'both 100%') }
const districtPractice = text('区总工会“双100%”目标', 'The district’s goal of “both 100%”')

const unionRate: Indicator = {
  id: 'designatedUnionRate',
  project,
  title: text('规上企业建会率', 'Designated firms with a union'),
  measure: 'ratio',
  rule: text(
    '分母：当天名录中的规上企业。分子：其中当天有本企业工会，或者加入联合工会的。',
    'Of: firms on the list of designated firms that day. Counted: those with a union of their own, or taken in by a joint one, that day.',
  ),
  practice: districtPractice,
  numerator: ofFirms('select id from designated where organised', designated),
  denominator: designatedFirms,
  missing: text('未建会的规上企业', 'Designated firms without a union'),
  target: bothWhole,
}

const wageRate: Indicator = {
  id: 'designatedWageRate',
  project,
  title: text('规上企业工资集体协商建制率', 'Designated firms under a wage contract'),
  measure: 'ratio',
  rule: text(
    '分母：当天名录中的规上企业。分子：其中当天受有效的工资或能级工资专项合同、或者写有工资条款的综合合同约束的；企业自己的、行业性的、区域性的都算，会议纪要不算。',
    'Of: firms on the list of designated firms that day. Counted: those bound that day by a contract on wages or skill-grade wages, or a comprehensive one with clauses on wages: own, industry or regional. Minutes do not count.',
  ),
  practice: districtPractice,
  numerator: ofFirms('select id from designated where paid', designated),
  denominator: designatedFirms,
  missing: text('尚无有效工资合同的规上企业', 'Designated firms without a wage contract in force'),
  target: bothWhole,
}

const pilotRate: Indicator = {
  id: 'pilotSkillWages',
  project,
  title: text('市级及以上非公产改试点企业能级工资协商比例', 'Pilot firms with skill-grade wages'),
  measure: 'ratio',
  rule: text(
    '分母：当天登记为市级、省级或国家级产改试点的非公企业；企业性质没有登记的也列入，以免遗漏。分子：其中当天有有效的能级工资专项合同，或者双方签字、仍有效的会议纪要的。',
    'Of: firms on record that day as pilots of the city, the province or the nation and not owned by the state; those of unknown ownership are taken in. Counted: those with a contract on skill-grade wages in force, or signed minutes.',
  ),
  practice: text('产业工人队伍建设改革试点要求', 'What is asked of pilots of the workforce reform'),
  numerator: ofFirms('select id from pilots where graded', pilots),
  denominator: ofFirms('select id from pilots', pilots),
  missing: text('尚未开展能级工资协商的试点企业', 'Pilot firms without skill-grade wages'),
  target: { percent: 100, says: text('100%', '100%') },
}

export const coverageIndicators: readonly Indicator[] = [
  contractsInForce,
  contractsSigned,
  firmsCovered,
  workersCovered,
  unionRate,
  wageRate,
  pilotRate,
]
