/** Accidents at work and what follows. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const accidentRegulations = act(
  {
    id: 'accident-regulations',
    title: text('生产安全事故报告和调查处理条例', 'Regulations on Reporting and Investigating Work Accidents'),
    short: text('生产安全事故报告和调查处理条例', 'Accident Regulations'),
    region: 'CN',
    from: day('2007-06-01'),
  },
  {
    9: '应当于1小时内向事故发生地县级以上人民政府……报告',
    11: '逐级上报事故情况，每级上报的时间不得超过2小时',
    13: '自事故发生之日起30日内……道路交通事故、火灾事故自发生之日起7日内',
    29: '应当自事故发生之日起60日内提交事故调查报告',
    32: '应当自收到事故调查报告之日起15日内做出批复',
  },
)

export const safetyLaw = act(
  {
    id: 'safety-law',
    title: text('中华人民共和国安全生产法', 'Work Safety Law'),
    short: text('安全生产法', 'Work Safety Law'),
    region: 'CN',
    from: day('2021-09-01'),
  },
  {
    60: '工会有权对建设项目的安全设施……进行监督，提出意见',
    86: '应当在批复事故调查报告后一年内，组织有关部门对事故整改和防范措施落实情况进行评估',
  },
)
