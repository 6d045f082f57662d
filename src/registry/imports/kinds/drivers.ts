/** 新就业形态: drivers and riders, most of them with no employer. */
import { text } from '#kernel/text.ts'
import type { Field, KindOfImport } from './field.ts'
import { peopleFields as f } from './people-fields.ts'

const firm: Field = { ...f.firm, hint: text('没有单位的写“无单位，自有车”', 'Write 无单位，自有车 for none') }

export const drivers: KindOfImport = {
  kind: 'drivers',
  title: text('新就业形态劳动者名册', 'Roster of drivers and riders'),
  about: 'people',
  fields: [f.name, f.idNumber, f.phone, f.sex, f.birth, firm, f.plate, f.memberOn, f.member, f.street, f.skill, f.education, f.job],
  example: {
    name: '李大海',
    idNumber: '110101198505200037',
    phone: '13800000001',
    firm: '无单位，自有车',
    plate: '浙A·12345',
    memberOn: '2026-03-12',
    job: '货车司机',
  },
}
