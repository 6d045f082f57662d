/** The fields that files about people have in common. */
import { text } from '#kernel/text.ts'
import { educations, skills } from '../../people/person-words.ts'
import { type Field, fieldOf } from './field.ts'

const asText = text('列设为“文本”，18 位', 'Column as text, 18 places')

export const peopleFields = {
  name: fieldOf('name', text('姓名', 'Name'), 'name', '姓名 职工姓名 员工姓名 会员姓名 司机姓名 驾驶员姓名 骑手姓名 人员姓名 名字 name', {
    required: true,
  }),
  idNumber: fieldOf(
    'idNumber',
    text('身份证号', 'ID number'),
    'idNumber',
    '身份证号 身份证号码 身份证 证件号码 证件号 公民身份号码 公民身份证号码 居民身份证号码 身份号码 有效证件号码 身份证件号码 idnumber idcard',
    { sensitive: true, hint: asText },
  ),
  phone: fieldOf(
    'phone',
    text('手机号', 'Mobile number'),
    'phone',
    '手机号 手机号码 手机 联系电话 联系方式 电话 电话号码 移动电话 联系手机 本人电话 phone mobile',
    { sensitive: true, doubtful: ['联系方式', '电话', '电话号码'], hint: text('列设为“文本”，11 位', 'Column as text, 11 digits') },
  ),
  sex: fieldOf('sex', text('性别', 'Sex'), 'sex', '性别 sex gender', { choices: [text('男', 'Male'), text('女', 'Female')] }),
  birth: fieldOf('birth', text('出生日期', 'Date of birth'), 'pastDay', '出生日期 出生年月日 出生年月 生日 birth birthday'),
  firm: fieldOf(
    'firm',
    text('所在单位', 'Firm'),
    'firm',
    '所在单位 工作单位 单位 单位名称 企业名称 公司 公司名称 所属单位 所属企业 用人单位 就业单位 挂靠公司 挂靠单位 所在企业 firm company',
    { doubtful: ['挂靠公司', '挂靠单位', '公司', '单位'], hint: text('没有单位的写“无单位”', 'Write 无单位 for none') },
  ),
  employedOn: fieldOf(
    'employedOn',
    text('入职日期', 'Employed since'),
    'pastDay',
    '入职日期 入职时间 进厂日期 进厂时间 到岗日期 到岗时间 参加工作时间 进公司日期 进单位时间 hired',
    { doubtful: ['参加工作时间'] },
  ),
  memberOn: fieldOf(
    'memberOn',
    text('入会日期', 'Member since'),
    'pastDay',
    '入会日期 入会时间 加入工会时间 加入工会日期 入会年月 会籍起始日期 批准入会日期 membersince',
    { hint: text('2026-03-12；空着就不算会员', '2026-03-12; left empty: no member') },
  ),
  member: fieldOf('member', text('是否会员', 'Member'), 'yesNo', '是否会员 工会会员 是否工会会员 是否入会 会员 member', {
    choices: [text('是', 'Yes'), text('否', 'No')],
  }),
  skill: fieldOf(
    'skill',
    text('技能等级', 'Skill level'),
    'skill',
    '技能等级 职业技能等级 技能级别 技能 职业资格等级 职业资格 技术等级 skill',
    {
      choices: skills,
    },
  ),
  education: fieldOf('education', text('学历', 'Education'), 'education', '学历 文化程度 最高学历 教育程度 学历层次 education', {
    choices: educations,
  }),
  job: fieldOf('job', text('工种／岗位', 'Job'), 'words', '工种 岗位 工种岗位 职业工种 职务 职位 岗位名称 工作岗位 job', {
    doubtful: ['职务', '职位'],
  }),
  plate: fieldOf('plate', text('车牌号', 'Number plate'), 'plate', '车牌号 车牌 车号 车牌号码 号牌号码 车辆牌照 自有车牌 plate', {
    sensitive: true,
  }),
  street: fieldOf('street', text('所属街道', 'Street'), 'street', '街道 所属街道 所在街道 街道名称 属地 属地街道 street'),
} as const satisfies Record<string, Field>
