/** Union supervision of labour law, democratic management and labour inspection. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const supervisionZhejiang = act(
  {
    id: 'supervision-zhejiang',
    title: text('浙江省工会劳动法律监督条例', 'Zhejiang Ordinance on Union Supervision of Labour Law'),
    short: text('浙江省工会劳动法律监督条例', 'Zhejiang Supervision Ordinance'),
    region: 'CN-ZJ',
    from: day('2016-12-01'),
  },
  {
    12: '工会劳动法律监督员证',
    13: '回避',
    17: '不予受理，并于五个工作日内书面告知劳动者',
    20: '应当由两名以上工会劳动法律监督员实施，并出示工会劳动法律监督员证',
    21: '由工会主席或者副主席签署工会劳动法律监督意见书，送达用人单位',
    22: '应当自收到工会劳动法律监督意见书之日起十五个工作日内作出书面答复',
    23: '地方总工会可以向……有关部门发出工会劳动法律监督建议书',
  },
)

export const supervisionHangzhou = act(
  {
    id: 'supervision-hangzhou',
    title: text('杭州市工会劳动法律监督条例', 'Hangzhou Ordinance on Union Supervision of Labour Law'),
    short: text('杭州市工会劳动法律监督条例', 'Hangzhou Supervision Ordinance'),
    region: 'CN-ZJ-HZ',
    from: day('2007-01-01'),
  },
  {
    15: '在二十日内形成书面调查意见',
    16: '应当在七日内向用人单位发出……并在十五日内向工会作出书面答复',
    17: '由各级工会主席或者副主席签发',
  },
)

export const democracyZhejiang = act(
  {
    id: 'democracy-zhejiang',
    title: text('浙江省企业民主管理条例', 'Zhejiang Ordinance on Democratic Management of Enterprises'),
    short: text('浙江省企业民主管理条例', 'Zhejiang Democracy Ordinance'),
    region: 'CN-ZJ',
    from: day('2010-10-01'),
  },
  {
    7: '职工人数不足一百人的……可以召开职工大会……审议通过集体合同和专项集体合同草案',
    9: '由选区的职工直接选举产生，可以连选连任',
    10: '超过一百人不足一千人的……以四十名为基数，每增加一百人……增加七名',
    11: '中高级管理人员……不得超过百分之二十……女职工代表的比例……不低于',
    14: '届期……与工会委员会的届期相同',
    15: '职工代表大会每年至少召开一次……三分之一以上职工代表提议……三分之二以上职工代表出席……无记名投票……全体职工代表过半数',
    23: '厂务公开责任人应当在三十日内给予答复或者说明',
    29: '中止协商期限不得超过六十日',
  },
)

export const inspectionRegulations = act(
  {
    id: 'inspection-regulations',
    title: text('劳动保障监察条例', 'Regulations on Labour Security Inspection'),
    short: text('劳动保障监察条例', 'Labour Inspection Regulations'),
    region: 'CN',
    from: day('2004-12-01'),
  },
  {
    17: '应当自立案之日起60个工作日内完成；对情况复杂的……可以延长30个工作日',
    20: '在2年内未被劳动保障行政部门发现，也未被举报、投诉的，劳动保障行政部门不再查处',
  },
)

export const inspectionZhejiang = act(
  {
    id: 'inspection-zhejiang',
    title: text('浙江省劳动保障监察条例', 'Zhejiang Ordinance on Labour Security Inspection'),
    short: text('浙江省劳动保障监察条例', 'Zhejiang Inspection Ordinance'),
    region: 'CN-ZJ',
    from: day('2020-09-24'),
  },
  { 20: '推选的代表最多不超过五人', 23: '应当自接到投诉之日起五个工作日内依法决定是否受理' },
)
