/** 花名册: the people of a firm, of a union, or of all firms under a federation. */
import { text } from '#kernel/text.ts'
import type { KindOfImport } from './field.ts'
import { peopleFields as f } from './people-fields.ts'

export const members: KindOfImport = {
  kind: 'members',
  title: text('职工会员花名册', 'Roster of employees and members'),
  about: 'people',
  fields: [f.name, f.idNumber, f.phone, f.sex, f.birth, f.firm, f.employedOn, f.memberOn, f.member, f.skill, f.education, f.job],
  example: {
    name: '张小燕',
    idNumber: '110101199003070029',
    phone: '13800000000',
    sex: '女',
    birth: '1990-03-07',
    firm: '杭州某某机械有限公司',
    employedOn: '2019-05-06',
    memberOn: '2019-07-01',
    member: '是',
    skill: '中级工',
    education: '大专',
    job: '数控车工',
  },
}
