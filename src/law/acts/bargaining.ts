/** Collective bargaining: the national rules, Zhejiang's ordinance and Hangzhou's on wages. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const contractRules = act(
  {
    id: 'contract-rules',
    title: text('集体合同规定', 'Provisions on Collective Contracts (MOLSS Order 22)'),
    short: text('集体合同规定', 'Collective Contract Provisions'),
    region: 'CN',
    from: day('2004-05-01'),
  },
  {
    31: '应在空缺之日起15日内按照本规定产生新的代表',
    32: '应当在收到集体协商要求之日起20日内以书面形式给以回应',
    38: '期满前3个月内，任何一方均可向对方提出重新签订或续订的要求',
    42: '应当自双方首席代表签字之日起10日内，由用人单位一方将文本一式三份报送',
  },
)

export const wageTrialRules = act(
  {
    id: 'wage-trial-rules',
    title: text('工资集体协商试行办法', 'Trial Measures for Collective Wage Bargaining (MOLSS Order 9)'),
    short: text('工资集体协商试行办法', 'Wage Bargaining Trial Measures'),
    region: 'CN',
    from: day('2000-11-08'),
  },
  {
    17: '另一方接到协商意向书后，应于20日内予以书面答复',
    18: '在协商开始前5日内，提供与工资集体协商有关的真实情况和资料',
    21: '应于7日内由企业将工资协议一式三份及说明，报送劳动保障行政部门审查',
    23: '协商双方应于5日内将已经生效的工资协议以适当形式向本方全体人员公布',
    24: '均可在原工资协议期满前60日内，向对方书面提出协商意向书',
  },
)

export const contractZhejiang = act(
  {
    id: 'contract-zhejiang',
    title: text('浙江省集体合同条例', 'Zhejiang Ordinance on Collective Contracts'),
    short: text('浙江省集体合同条例', 'Zhejiang Contract Ordinance'),
    region: 'CN-ZJ',
    from: day('2011-01-01'),
  },
  {
    5: '劳动报酬标准应当高于当地人民政府规定的最低标准',
    7: '在收到书面要求之日起十个工作日内予以书面答复',
    10: '每方代表人数不得少于三人，规模以上企业……不得少于五人',
    16: '应当在举行集体协商会议的七日前，将拟定协商的事项和参加协商的代表名单通知对方',
    17: '经劳动者一方同意，可以中止协商',
    24: '应当在十五个工作日内提交……讨论……重新协商达成一致的……应当在五个工作日内再次提交讨论和表决',
    29: '经全体代表半数以上同意通过',
    30: '集体合同期限为一至三年……期满前九十日内，任何一方均可向对方提出重新签订或者续订的要求',
    33: '应当自解除之日起五个工作日内报……备案',
    34: '应当自双方首席代表签字之日起十日内……自收到集体合同文本之日起十五日内未提出异议的，集体合同即行生效',
    35: '应当自集体合同生效之日起五个工作日内向全体职工公布集体合同文本',
    37: '应当每年至少一次在职工代表大会或者职工大会上报告集体合同的履行情况',
    39: '应当自受理之日起三十日内结束协调处理……延长时间最长不得超过十五日',
    41: '地方工会可以向用人单位发出整改意见书，要求用人单位限期改正',
    42: '拒绝或者拖延另一方集体协商要求的',
  },
)

export const wageHangzhou = act(
  {
    id: 'wage-hangzhou',
    title: text('杭州市企业工资集体协商条例', 'Hangzhou Ordinance on Collective Wage Bargaining in Enterprises'),
    short: text('杭州市企业工资集体协商条例', 'Hangzhou Wage Ordinance'),
    region: 'CN-ZJ-HZ',
    from: day('2014-05-01'),
  },
  {
    16: '每方代表人数为三至九名',
    23: '期满前九十日内，任何一方均可向对方提出重新签订或者续订的要求',
    24: '应当自收到工资集体协商要约书之日起十个工作日内予以书面答复',
    25: '应当在举行工资集体协商会议的七个工作日前如实提供',
    27: '中止协商的期限累计不得超过三十日',
    28: '应当在十五个工作日内提交企业职工代表大会或者职工大会讨论',
    29: '应当在一方发出工资集体协商要约之日起六十日内完成协商',
    40: '应当自双方首席代表签字之日起十日内……报送',
    41: '应当在工资专项集体合同生效之日起五个工作日内向……全体职工公布',
  },
)
