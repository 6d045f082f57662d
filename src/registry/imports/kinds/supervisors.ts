/** 五支队伍: members of the five teams with card, training, examination and term. */
import { text } from '#kernel/text.ts'
import { teamNames, teams } from '../../teams/team.ts'
import { fieldOf, type KindOfImport } from './field.ts'
import { peopleFields as f } from './people-fields.ts'

export const supervisors: KindOfImport = {
  kind: 'supervisors',
  title: text('五支队伍名册', 'Roster of the five teams'),
  about: 'teams',
  fields: [
    f.name,
    f.idNumber,
    f.phone,
    fieldOf('team', text('队伍', 'Team'), 'words', '队伍 所属队伍 队伍名称 队伍类别 人员类别 类别 team', {
      required: true,
      doubtful: ['类别', '人员类别'],
      choices: teamNames.map((name) => teams[name].title),
    }),
    fieldOf(
      'organisation',
      text('聘任单位', 'Engaged by'),
      'words',
      '聘任单位 聘任组织 所在工会 所属工会 所属组织 聘用单位 派出单位 organisation',
      { hint: text('空着就是导入的单位', 'Left empty: the body of this import') },
    ),
    fieldOf(
      'cardNumber',
      text('证号／执业证号', 'Card or registration number'),
      'words',
      '证号 执业证号 证号执业证号 证件编号 证书编号 监督员证号 调解员证号 工作证号 资格证号 card',
      {
        doubtful: ['证件编号', '证书编号'],
      },
    ),
    fieldOf('trainedOn', text('培训日期', 'Trained on'), 'pastDay', '培训日期 培训时间 参加培训时间 trained'),
    fieldOf('trainingHours', text('培训学时', 'Hours of training'), 'headcount', '培训学时 学时 培训课时 课时 hours'),
    fieldOf('examinedOn', text('考核日期', 'Examined on'), 'pastDay', '考核日期 考核时间 考试日期 考试时间 examined'),
    fieldOf('exam', text('考核结果', 'Examination'), 'words', '考核结果 考试结果 考核情况 是否合格 exam', {
      choices: [text('合格', 'Passed'), text('不合格', 'Failed')],
    }),
    fieldOf(
      'since',
      text('任期自', 'Term from'),
      'day',
      '任期自 聘期自 任期开始 任期起始 聘任日期 聘任时间 任期起 聘期起 起聘日期 since from',
      { required: true },
    ),
    fieldOf(
      'until',
      text('任期至', 'Term until'),
      'day',
      '任期至 聘期至 任期结束 任期届满 任期止 聘期止 到期日期 有效期至 有效期 until to',
      { required: true },
    ),
  ],
  example: {
    name: '王海燕',
    idNumber: '110101199003070029',
    phone: '13800000002',
    team: '劳动法律监督员',
    organisation: '某某街道总工会',
    cardNumber: '浙监2026001',
    trainedOn: '2026-03-10',
    trainingHours: '16',
    examinedOn: '2026-03-12',
    exam: '合格',
    since: '2026-04-01',
    until: '2029-03-31',
  },
}
