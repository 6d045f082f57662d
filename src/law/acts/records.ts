/** Petitions, personal information, data and network security: what binds the programme's own desk. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const petitionRegulations = act(
  {
    id: 'petition-regulations',
    title: text('信访工作条例', 'Regulations on Petition Work'),
    short: text('信访工作条例', 'Petition Regulations'),
    region: 'CN',
    from: day('2022-05-01'),
  },
  { 34: '应当自受理之日起60日内办结……可以适当延长办理期限，但延长期限不得超过30日' },
)

export const personalInformationLaw = act(
  {
    id: 'personal-information-law',
    title: text('中华人民共和国个人信息保护法', 'Personal Information Protection Law'),
    short: text('个人信息保护法', 'Personal Information Law'),
    region: 'CN',
    from: day('2021-11-01'),
  },
  {
    29: '处理敏感个人信息应当取得个人的单独同意',
    45: '个人有权向个人信息处理者查阅、复制其个人信息',
    46: '有权请求个人信息处理者更正、补充',
    47: '应当停止除存储和采取必要的安全保护措施之外的处理',
    55: '应当事前进行个人信息保护影响评估',
    56: '个人信息保护影响评估报告和处理情况记录应当至少保存三年',
    57: '应当立即采取补救措施，并通知履行个人信息保护职责的部门和个人',
  },
)

export const networkDataRegulations = act(
  {
    id: 'network-data-regulations',
    title: text('网络数据安全管理条例', 'Regulations on Network Data Security'),
    short: text('网络数据安全管理条例', 'Network Data Regulations'),
    region: 'CN',
    from: day('2025-01-01'),
  },
  { 10: '还应当在24小时内向有关主管部门报告' },
)

export const incidentReporting = act(
  {
    id: 'incident-reporting',
    title: text('国家网络安全事件报告管理办法', 'Measures on Reporting National Cybersecurity Incidents'),
    short: text('国家网络安全事件报告管理办法', 'Incident Reporting Measures'),
    region: 'CN',
    from: day('2025-11-01'),
  },
  { 4: '最迟不得超过4小时' },
)

/** The text of 2016: the amendment of 2025 may have moved article numbers, so this version is named. */
export const cybersecurityLaw2016 = act(
  {
    id: 'cybersecurity-law-2016',
    title: text('中华人民共和国网络安全法（2016年文本）', 'Cybersecurity Law (text of 2016)'),
    short: text('网络安全法（2016）', 'Cybersecurity Law (2016)'),
    region: 'CN',
    from: day('2017-06-01'),
  },
  { 21: '按照规定留存相关的网络日志不少于六个月' },
)
