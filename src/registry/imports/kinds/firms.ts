/** 企业名录／规上名单: firms with what is true of them from a day until a day. */
import { text } from '#kernel/text.ts'
import { sectors, sizes } from '../../organisation.ts'
import { fieldOf, type KindOfImport } from './field.ts'

const yesNo = [text('是', 'Yes'), text('否', 'No')]

export const firms: KindOfImport = {
  kind: 'firms',
  title: text('企业名录／规上名单', 'List of firms, of those above the designated size'),
  about: 'firms',
  fields: [
    fieldOf(
      'name',
      text('企业名称', 'Name of the firm'),
      'organisationName',
      '企业名称 单位名称 公司名称 单位详细名称 企业 单位 名称 法人单位名称 name',
      {
        required: true,
        doubtful: ['名称'],
      },
    ),
    fieldOf(
      'creditCode',
      text('统一社会信用代码', 'Credit code'),
      'creditCode',
      '统一社会信用代码 社会信用代码 信用代码 统一信用代码 组织机构代码 法人代码 creditcode',
      {
        doubtful: ['组织机构代码', '法人代码'],
        hint: text('18 位', '18 places'),
      },
    ),
    fieldOf('street', text('所属街道', 'Street'), 'street', '街道 所属街道 所在街道 街道名称 属地 属地街道 镇街 镇街道 street'),
    fieldOf('sector', text('行业', 'Sector'), 'sector', '行业 所属行业 行业类别 行业名称 行业大类 sector', {
      choices: Object.values(sectors),
    }),
    fieldOf(
      'employees',
      text('职工人数', 'Employees'),
      'headcount',
      '职工人数 从业人员 从业人数 员工人数 职工数 期末从业人员数 平均用工人数 人数 employees',
    ),
    fieldOf('size', text('企业规模', 'Size'), 'size', '企业规模 规模 单位规模 规模类型 size', { choices: Object.values(sizes) }),
    fieldOf('designated', text('是否规上', 'Above designated size'), 'yesNo', '是否规上 规上 规上企业 是否规上企业 规模以上 designated', {
      choices: yesNo,
    }),
    fieldOf('year', text('年度', 'Year'), 'year', '年度 年份 入库年度 名单年度 统计年度 year', {
      hint: text('名单的年度，如 2022', 'Of the list, such as 2022'),
    }),
    fieldOf('since', text('起始日期', 'Since'), 'day', '起始日期 开始日期 入库日期 入库时间 纳统时间 自 起始时间 since from'),
    fieldOf('until', text('截止日期', 'Until'), 'day', '截止日期 结束日期 退库日期 退库时间 至 截止时间 until to'),
    fieldOf('address', text('地址', 'Address'), 'words', '地址 详细地址 单位地址 企业地址 经营地址 注册地址 address'),
    fieldOf('legalRepresentative', text('法定代表人', 'Legal representative'), 'words', '法定代表人 法人代表 法人 法人姓名 负责人', {
      doubtful: ['负责人'],
    }),
  ],
  example: {
    name: '杭州某某机械有限公司',
    creditCode: '91330100MA27X00A0T',
    street: '白杨街道',
    sector: '机械制造',
    employees: '320',
    size: '中型',
    designated: '是',
    year: '2022',
  },
}
