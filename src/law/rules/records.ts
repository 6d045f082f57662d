/** Legal periods of petitions, personal information, data security and logs. */
import {
  cybersecurityLaw2016,
  incidentReporting,
  networkDataRegulations,
  personalInformationLaw,
  petitionRegulations,
} from '../acts/records.ts'
import { calendarDays, hours, months, years } from '../period.ts'
import { row } from './row.ts'

export const recordsRules = [
  row(
    'PETITION.DECIDE',
    petitionRegulations,
    34,
    calendarDays(60),
    'after',
    ['受理信访事项', 'the petition is accepted'],
    ['办结信访事项', 'Decide a petition'],
  ),
  row(
    'PETITION.EXT',
    petitionRegulations,
    34,
    calendarDays(30),
    'after',
    ['办理期限届满', 'the time for deciding runs out'],
    ['办结信访事项（延长）', 'Decide a petition (extended)'],
  ),
  row(
    'PIPL.PIA.KEEP',
    personalInformationLaw,
    56,
    years(3),
    'keep',
    ['完成影响评估', 'the assessment is done'],
    ['保存个人信息保护影响评估报告', 'Keep the impact assessment'],
  ),
  row(
    'PIPL.BREACH',
    personalInformationLaw,
    57,
    calendarDays(0),
    'after',
    ['发现个人信息泄露', 'the breach is known'],
    ['补救并通知个人信息泄露', 'Remedy and notify a personal-data breach'],
  ),
  row(
    'NETDATA.NATSEC',
    networkDataRegulations,
    10,
    hours(24),
    'after',
    ['发现危害国家安全、公共利益的缺陷', 'the defect is known'],
    ['报告涉及国家安全的网络缺陷', 'Report a defect touching national security'],
  ),
  row(
    'NETINCIDENT.MAJOR',
    incidentReporting,
    4,
    hours(4),
    'after',
    ['发现较大以上网络安全事件', 'the incident is known'],
    ['报告较大以上网络安全事件', 'Report a larger cybersecurity incident'],
    { source: 'P' },
  ),
  row('LOG.KEEP', cybersecurityLaw2016, 21, months(6), 'keep', ['日志产生', 'the log is made'], ['留存网络日志', 'Keep network logs']),
]
