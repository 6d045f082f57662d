/** Labour contracts, wages, work injury and layoffs. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const contractLaw = act(
  {
    id: 'labour-contract-law',
    title: text('中华人民共和国劳动合同法', 'Labour Contract Law'),
    short: text('劳动合同法', 'Labour Contract Law'),
    region: 'CN',
    from: day('2013-07-01'),
  },
  {
    30: '劳动者可以依法向当地人民法院申请支付令',
    41: '提前三十日向工会或者全体职工说明情况……在六个月内重新招用人员的，应当通知被裁减的人员',
    54: '自收到集体合同文本之日起十五日内未提出异议的，集体合同即行生效',
    55: '劳动报酬和劳动条件等标准不得低于集体合同规定的标准',
  },
)

export const injuryRegulations = act(
  {
    id: 'injury-regulations',
    title: text('工伤保险条例', 'Work Injury Insurance Regulations'),
    short: text('工伤保险条例', 'Work Injury Regulations'),
    region: 'CN',
    from: day('2011-01-01'),
  },
  {
    17: '自事故伤害发生之日或者被诊断、鉴定为职业病之日起30日内……工会组织……1年内',
    20: '自受理工伤认定申请之日起60日内作出工伤认定的决定……应当在15日内作出工伤认定的决定',
  },
)

export const minimumWageRules = act(
  {
    id: 'minimum-wage-rules',
    title: text('最低工资规定', 'Provisions on Minimum Wages (MOLSS Order 21)'),
    short: text('最低工资规定', 'Minimum Wage Provisions'),
    region: 'CN',
    from: day('2004-03-01'),
  },
  { 11: '用人单位应在最低工资标准发布后10日内将该标准向本单位全体劳动者公示' },
)

export const migrantWages = act(
  {
    id: 'migrant-wages',
    title: text('保障农民工工资支付条例', 'Regulations on Securing Wage Payment to Migrant Workers'),
    short: text('保障农民工工资支付条例', 'Migrant Wages Regulations'),
    region: 'CN',
    from: day('2020-05-01'),
  },
  {
    15: '编制书面工资支付台账，并至少保存3年',
    24: '人工费用拨付周期不得超过1个月',
    27: '公示30日后，可以申请注销农民工工资专用账户',
    28: '保存至工程完工且工资全部结清后至少3年',
  },
)
