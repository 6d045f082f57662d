/** The words of the matrix of skill-grade wages. */
import type { Text } from '#kernel/text.ts'
import { type MeaningId, meaningOf } from '#law/clauses/clause.ts'
import { allTrades, byGrade, type MatrixRow } from '#law/clauses/matrix.ts'
import { authorityLevels, degreeLevels, improvementLevels, patentLevels, prizeRanks } from '#law/clauses/matrix-models.ts'
import { skillTitle } from '#registry/people/person-words.ts'
import { catalogue } from '#ui/language.tsx'

export const words = catalogue({
  zh: {
    caption: '能级工资矩阵，单位：元',
    row: '项目',
    all: '全部工种',
    month: '元/月',
    once: '元/次',
    counter: '对方',
    agreed: '一致',
    current: '现行',
    none: '还没有一项。加一行，或者从示范样本开始改。',
    model: '从示范样本开始',
    modelSays: '样本里的金额只是例子，双方谈成多少就填多少。',
    choose: '选一份…',
    addRow: '加一行',
    addTrade: '加一个工种',
    trade: '工种名称',
    what: '待遇',
    which: '等级或者等次',
    anyLevel: '不分等次',
    other: '其他等次，自己写',
    add: '加上',
    remove: '删去这一行',
    removeTrade: (trade: string) => `删去 ${trade} 这一列`,
    bad: '请填金额，如 300 或者 300.50',
    pasted: (n: number) => `粘贴了 ${n} 格`,
    left: (cells: string) => `这些没有贴上：${cells}`,
    hint: '可以从 Excel、WPS 直接粘贴一块；上下键、回车换行。',
    ladder: (trade: string, what: string, higher: string, lower: string) =>
      `${trade}的${what}：${higher}比${lower}还少，请再看一看（不影响提交）`,
  },
  en: {
    caption: 'Matrix of skill-grade wages, in yuan',
    row: 'What',
    all: 'All trades',
    month: 'yuan a month',
    once: 'yuan once',
    counter: 'theirs',
    agreed: 'agreed',
    current: 'now',
    none: 'Nothing yet. Add a row, or begin with a sample.',
    model: 'Begin with a sample',
    modelSays: 'Its amounts are examples only; write what both sides agree on.',
    choose: 'Choose…',
    addRow: 'Add a row',
    addTrade: 'Add a trade',
    trade: 'Name of the trade',
    what: 'What',
    which: 'Grade or level',
    anyLevel: 'Any level',
    other: 'Another level, in words',
    add: 'Add',
    remove: 'Remove this row',
    removeTrade: (trade) => `Remove the column ${trade}`,
    bad: 'Give an amount, such as 300 or 300.50',
    pasted: (n) => `${n} cell${n === 1 ? '' : 's'} pasted`,
    left: (cells) => `Not pasted: ${cells}`,
    hint: 'A block from Excel or WPS can be pasted; arrow keys and Enter move between rows.',
    ladder: (trade, what, higher, lower) => `${what} of ${trade}: ${higher} is paid less than ${lower}. Look again (it does not block).`,
  },
})

/** 技能津贴, with its grade or level where the row has one. */
export const rowTitle = ({ meaning, grade, level }: Pick<MatrixRow, 'meaning' | 'grade' | 'level'>, say: (text: Text) => string): string =>
  [say(meaningOf(meaning).title), grade === undefined ? undefined : say(skillTitle(grade)), level].filter(Boolean).join(' · ')

/** Every name by which a pasted block may call a row. */
export const rowNames = (row: MatrixRow): readonly string[] => [
  rowTitle(row, (text) => text.zh),
  rowTitle(row, (text) => text.en),
  ...(row.meaning === 'skillAllowance' && row.grade !== undefined ? [skillTitle(row.grade).zh, skillTitle(row.grade).en] : []),
]

export const tradeTitle = (trade: string, all: string): string => (trade === allTrades ? all : trade)
export const isMonthly = (meaning: MeaningId): boolean => meaningOf(meaning).unit === 'fenPerMonth'

const both = authorityLevels.flatMap((level) => prizeRanks.slice(0, 3).map((rank) => level + rank))
/** The levels offered for a meaning; others may be written. */
export const levelsFor = (meaning: MeaningId): readonly string[] => {
  if (byGrade(meaning) || meaning === 'mentorAllowance') return []
  if (meaning === 'degreeAllowance' || meaning === 'degreeReward') return degreeLevels
  if (meaning === 'patentReward') return patentLevels
  if (meaning === 'improvementReward') return improvementLevels
  return meaning === 'contestPrize' ? [...authorityLevels, ...both] : authorityLevels
}
