/** The words of the page of legal periods, and how a length of time is said. */
import type { Language, Text } from '#kernel/text.ts'
import { catalogue } from '#ui/language.tsx'
import type { LawPlace, Unit } from './law-wire.ts'

const units: Readonly<Record<Unit, Text>> = {
  calendarDay: { zh: '天', en: 'days' },
  workingDay: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  hour: { zh: '小时', en: 'hours' },
}

/** 15 日 / 15 days */
export const lengthOf = (n: number, unit: Unit, language: Language): string => {
  const word = units[unit][language]
  return `${n} ${language === 'en' && n === 1 ? word.replace(/s$/, '') : word}`
}

/** 《调解仲裁法》第十四条 as printed: the act's full title and the article. */
export const placeOf = (law: LawPlace, language: Language): string =>
  language === 'zh' ? `《${law.title.zh}》第 ${law.article} 条` : `${law.title.en}, art. ${law.article}`

export const clockWords = catalogue({
  zh: {
    title: '法定期限计算器', how: '选一件事，填那一天，就知道最晚是哪一天、怎么数出来的。', pick: '哪一件事，最晚哪天？', all: (n: number) => `全部 ${n} 条期限`, search: '找一条：写一个词', fewer: '收起',
    year: '年', month: '月', day: '日', notCounted: (week: string) => `${week}。当天不算，从第二天数起。`, backwards: (week: string) => `${week}。从这天往前数。`, count: '算一算', lastDay: '最晚是', eventDay: '哪一天？',
    today: (date: string) => `今天 ${date}`, over: (n: number) => `已超期 ${n} 天`, left: (n: number) => `还有 ${n} 天`, isToday: '就是今天', howCounted: '怎么数的：', received: '当天',
    nth: (n: number) => `第${n}天`, moved: '顺延', stands: '停算', rest: '放假', makeUp: '调休上班，要算', in: '算进去的天', due: '最后一天', other: '另一条规定的最后一天', otherHere: '另一条到此', skipped: (n: number) => `……中间 ${n} 天照样一天一天数……`,
    restMark: '休', workMark: '班', source: '按国务院办公厅放假安排', law: '哪一条定的', ruleCol: '规定', longCol: '多久', tillCol: '算到', wins: '按这个', local: '本地规定，按这个', movedFrom: (day: string) => `${day}是休息日，顺延`,
    method: '数法：当天不算，《民法典》第 201 条；最后一天遇休息日顺延，第 203 条；“以上、以内”都含本数，第 1259 条。', methodWorking: '工作日：周末和放假不算，调休上班的周末要算。', then: '过了这天，您可以', ask: '不清楚下一步找谁，打 12351 问，或者点“我要求助”。', help: '我要求助', print: '打印这一页', link: '这一页的网址存着这次的结果，可以发给别人。',
    provisional: '那一年的放假安排还没公布，先按周末和法定节日算，公布后可能会变。', failed: '现在算不了，请过一会儿再试。', loading: '正在算…', none: '没有找到。换个词试试。', hours: '按小时算的期限，从事情发生的那个钟点起。', cal: (a: string, b: string) => `${a}至${b}，一天一格`,
    start: '从哪件事起算：', begins: (what: string) => `从“${what}”起算`,
  },
  en: {
    title: 'Legal time limits', how: 'Choose the matter and the day: see the last day and how it is counted.', pick: 'Which matter?', all: (n: number) => `All ${n} time limits`, search: 'Find one: type a word', fewer: 'Show fewer',
    year: 'Year', month: 'Month', day: 'Day', notCounted: (week: string) => `${week}. The day itself does not count; counting begins the next day.`, backwards: (week: string) => `${week}. Counted back from this day.`, count: 'Count', lastDay: 'Last day', eventDay: 'Which day?',
    today: (date: string) => `Today ${date}`, over: (n: number) => `overdue by ${n} ${n === 1 ? 'day' : 'days'}`, left: (n: number) => `${n} ${n === 1 ? 'day' : 'days'} left`, isToday: 'it is today', howCounted: 'How it is counted: ', received: 'start',
    nth: (n: number) => `day ${n}`, moved: 'moved', stands: 'paused', rest: 'holiday', makeUp: 'working weekend, counts', in: 'days counted', due: 'last day', other: 'last day under another rule', otherHere: 'other rule', skipped: (n: number) => `… ${n} days between, counted one by one …`,
    restMark: 'off', workMark: 'on', source: 'Holidays as the State Council announced them', law: 'Which rule says so', ruleCol: 'Rule', longCol: 'Length', tillCol: 'Ends', wins: 'This one governs', local: 'Local rule: this one governs', movedFrom: (day: string) => `${day} is a rest day, so it moves`,
    method: 'Counting: the first day does not count (Civil Code, art. 201); a last day on a rest day moves to the next working day (art. 203); “within” and “or more” include the number (art. 1259).', methodWorking: 'Working days leave out weekends and holidays, but count weekends worked in exchange.', then: 'After that day you can', ask: 'Not sure whom to turn to? Ring 12351, or tap “Get help”.', help: 'Get help', print: 'Print this page', link: 'The address of this page keeps this result; you can send it.',
    provisional: 'That year\'s holidays are not yet announced; weekends and fixed holidays are used and the day may move.', failed: 'This cannot be counted now. Please try again soon.', loading: 'Counting…', none: 'Nothing found. Try another word.', hours: 'Hours run from the moment it happened.', cal: (a: string, b: string) => `${a} to ${b}, one cell a day`,
    start: 'Begins with: ', begins: (what: string) => `Begins with: ${what}`,
  },
})
