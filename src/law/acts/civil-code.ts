/** The Civil Code on how time and numbers are counted. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act } from '../act.ts'

export const civilCode = act(
  {
    id: 'civil-code',
    title: text('中华人民共和国民法典', 'Civil Code'),
    short: text('民法典', 'Civil Code'),
    region: 'CN',
    from: day('2021-01-01'),
  },
  {
    200: '按照公历年、月、日、小时计算',
    201: '开始的当日不计入，自下一日开始计算',
    202: '到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日',
    203: '期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日',
    204: '法律另有规定或者当事人另有约定的除外',
    1259: '“以上”、“以下”、“以内”、“届满”，包括本数',
  },
)
