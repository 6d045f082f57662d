/** The options of a bargaining's forms in both languages. */
import { type Text, text } from '#kernel/text.ts'
import { meanings } from '#law/clauses/clause.ts'
import { contractKinds } from '#registry/contracts/contract.ts'

const titles = Object.fromEntries(Object.entries(meanings).map(([id, { title }]) => [id, title]))

export const words: Readonly<Record<string, Text>> = {
  ...titles,
  ...contractKinds,
  workers: text('职工方', 'Workers'),
  employer: text('企业方', 'Employer'),
  office: text('人社部门', 'Labour bureau'),
  first: text('首次协商', 'First bargaining'),
  renewal: text('续订', 'Renewal'),
  change: text('变更', 'Change'),
  second: text('二次协商', 'Second bargaining'),
  inPerson: text('当面送达', 'In person'),
  post: text('邮寄', 'By post'),
  online: text('网上送达', 'Online'),
  posted: text('张贴、公告', 'Posted up'),
  agree: text('同意，按建议的时间', 'Agreed, at the time proposed'),
  otherDay: text('同意，另定时间', 'Agreed, at another time'),
  refused: text('书面或者口头拒绝', 'Refused'),
  silent: text('过期不答复', 'No answer in time'),
  overran: text('超过六十日没有完成', 'Not completed in sixty days'),
  noData: text('不提供资料', 'No data supplied'),
  noSign: text('拒绝签字', 'Refused to sign'),
  congress: text('职工代表大会', "Workers' congress"),
  assembly: text('职工大会', 'General meeting of staff'),
  union: text('工会', 'Union'),
  staff: text('职工民主推举', 'Put forward by the staff'),
  none: text('没有', 'No'),
  keptByAgreement: text('双方同意照开', 'Both agree to keep the day'),
  contract: text('专项集体合同', 'Contract'),
  minutes: text('会议纪要', 'Signed minutes'),
  lawChanged: text('所依据的法律、法规修改或者废止', 'The law it stood on has changed'),
  forceMajeure: text('不可抗力', 'Force majeure'),
  dissolved: text('企业破产、兼并、解散', 'Bankruptcy, merger or dissolution'),
  agreed: text('约定的解除条件出现', 'A condition agreed in the contract'),
  other: text('其他', 'Other'),
  refusedToReceive: text('拒收意见书', 'Would not receive the letter'),
  noAnswer: text('逾期不答复', 'No answer in time'),
  notCorrected: text('拒不改正', 'Not corrected'),
}
