/** The rules of an invented library, on which the engine is tested: no real law leaks into it. */
import { day } from '#kernel/day.ts'
import { text } from '#kernel/text.ts'
import { act, calendarDays, type LegalRule, type Parameter, parameter, type Period, type Region, workingDays } from '#law'

export const libraryRules = act(
  {
    id: 'library-rules',
    title: text('图书馆规则', 'Rules of the Library'),
    short: text('馆规', 'Rules'),
    region: 'CN',
    from: day('2020-01-01'),
  },
  {
    1: '凭本人姓名借书',
    2: '收到申请后三个工作日内答复',
    3: '十四日内归还；双方同意可以续借',
    4: '证件遗失期间，归还期限停止计算，最多十日',
    5: '逾期三十日未还，视为遗失',
    6: '一次借书不超过五本',
    7: '本人不得批准本人的申请',
    8: '借书三本以上，应当告知总馆',
  },
)

const law = (id: string, region: Region, period: Period, article: keyof typeof libraryRules.articles): LegalRule => ({
  id,
  region,
  from: day('2020-01-01'),
  period,
  direction: 'after',
  start: text('收到之日', 'day of receipt'),
  title: text('期限', 'time limit'),
  law: libraryRules.art(article),
  source: 'R',
})

const one = (id: string, rules: readonly LegalRule[]): Parameter => parameter(id, text('期限', 'time limit'), rules)

export const answerDays = one('LIB.ANSWER', [law('LIB.ANSWER', 'CN', workingDays(3), 2)])
export const returnDays = one('LIB.RETURN', [
  law('LIB.RETURN.CN', 'CN', calendarDays(14), 3),
  law('LIB.RETURN.ZJ', 'CN-ZJ', calendarDays(21), 3),
])
export const lossDays = one('LIB.LOSS', [law('LIB.LOSS', 'CN', calendarDays(30), 5)])
