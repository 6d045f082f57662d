/** What the parts of a change are called. */
import { catalogue } from '#ui/language.tsx'

export const partWords = catalogue({
  zh: {
    growth: '普涨',
    minimum: '补到企业最低工资',
    skill: '技能津贴',
    meal: '餐补',
    transport: '交通补贴',
    night: '夜班',
    yearEnd: '年终奖',
  },
  en: {
    growth: 'growth',
    minimum: 'lift to the lowest wage',
    skill: 'skill allowance',
    meal: 'meals',
    transport: 'transport',
    night: 'night shifts',
    yearEnd: 'year-end bonus',
  },
})
