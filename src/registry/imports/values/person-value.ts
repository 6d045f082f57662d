/** What is told of people: names, sex, skill and schooling as tables word them, number plates. */
import { text, type Text } from '#kernel/text.ts'
import { educations, skills } from '../../people/person-words.ts'
import { doubt, plainWord, type Reading, wrong, type Written } from './reading.ts'

/** Names are written as they are: spaces between characters and around go, the dot of Uyghur and Tibetan names is one and the same. */
export function readName({ text: written }: Written): Reading<string> {
  if (/^[\u4e00-\u9fff]{2,4}$/.test(written)) return { value: written }
  const tidy = written
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[·•‧∙・．.]/g, (dot) => (/[\u4e00-\u9fff]/.test(written) ? '·' : dot))
    .trim()
  const name = /[\u3400-\u9fff]/.test(tidy) ? tidy.replace(/\s+/g, '') : tidy.replace(/\s+/g, ' ')
  if (name.length < 2 || name.length > 40)
    return wrong(
      'name',
      text('姓名的长短不对', 'The name has an odd length'),
      text(`应为 2 到 40 个字，这里是 ${name.length} 个。`, `2 to 40 characters, here ${name.length}.`),
    )
  if (/\d{3,}|[<>{}=@#%]/.test(name))
    return wrong(
      'name',
      text('姓名里有数字或符号', 'The name holds digits or signs'),
      text('是不是别的列错到了这一列？', 'Did another column slip into this one?'),
    )
  return { value: name }
}

const sexWords: Readonly<Record<string, 'male' | 'female'>> = {
  男: 'male',
  男性: 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  女性: 'female',
  f: 'female',
  female: 'female',
}

export function readSex({ text: written }: Written): Reading<'male' | 'female'> {
  const found = sexWords[plainWord(written).toLowerCase()]
  return found ? { value: found } : wrong('word', text('性别看不懂', 'The sex cannot be read'), text('请写“男”或“女”。', 'Write 男 or 女.'))
}

const skillWays: readonly (readonly string[])[] = [
  ['学徒工', '学徒'],
  ['初级工', '初级', '五级', '五级工', '国家职业资格五级', '初级技能', '5级'],
  ['中级工', '中级', '四级', '四级工', '国家职业资格四级', '中级技能', '4级'],
  ['高级工', '高级', '三级', '三级工', '国家职业资格三级', '高级技能', '3级'],
  ['技师', '二级', '二级技师', '国家职业资格二级', '2级'],
  ['高级技师', '一级', '一级技师', '国家职业资格一级', '1级'],
  ['特级技师'],
  ['首席技师'],
]
const educationWays: readonly (readonly string[])[] = [
  ['小学', '小学及以下', '文盲', '半文盲'],
  ['初中', '初级中学'],
  [
    '高中、中专或技校',
    '高中',
    '中专',
    '技校',
    '职高',
    '中技',
    '高中(中专)',
    '中专(高中)',
    '职业高中',
    '普通高中',
    '中等专科',
    '高中/中专',
    '高中或中专',
  ],
  ['大专', '专科', '大学专科', '高职', '大专(高职)', '高职(大专)'],
  ['本科', '大学', '大学本科', '学士'],
  ['硕士', '硕士研究生', '研究生', '研究生硕士'],
  ['博士', '博士研究生', '研究生博士'],
]
const gradesOf = (ways: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(ways.flatMap((words, at) => words.map((word) => [word, at + 1] as const)))
const skillGrades = gradesOf(skillWays)
const educationGrades = gradesOf(educationWays)
const nothing = new Set(['无', '没有', '/', '-', '—', '暂无', '无等级', '无技能等级', '未评', '其他'])

/** A grade, or 0 where the table says that there is none. */
function readGrade(written: string, grades: ReadonlyMap<string, number>, words: readonly Text[], of: Text): Reading<number> {
  const known = grades.get(written)
  if (known) return { value: known }
  const bare = plainWord(written)
    .replace(/(毕业|学历|及以上|在读|肄业)$/, '')
    .replace(/^(国家)?职业(技能|资格)(等级)?(?=[一二三四五1-5]级)/, '')
  const found = grades.get(bare) ?? grades.get(bare.replace(/[(（].*[)）]$/, '')) ?? (nothing.has(bare) ? 0 : undefined)
  if (found !== undefined) return { value: found }
  const list = words.map(({ zh }) => zh).join('、')
  return wrong(
    'word',
    text(`${of.zh}看不懂`, `The ${of.en} cannot be read`),
    text(`“${bare.slice(0, 12)}”不在其中：${list}。`, `“${bare.slice(0, 12)}” is none of: ${words.map(({ en }) => en).join(', ')}.`),
    { value: '', title: text('留空写入', 'Leave empty') },
  )
}

export const readSkill = ({ text: written }: Written): Reading<number> =>
  readGrade(written, skillGrades, skills, text('技能等级', 'skill level'))
export const readEducation = ({ text: written }: Written): Reading<number> =>
  readGrade(written, educationGrades, educations, text('学历', 'education'))

export function readWords({ text: written }: Written): Reading<string> {
  const words = written
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length <= 60
    ? { value: words }
    : wrong('long', text('写得太长', 'Too long'), text('最多 60 个字。', '60 characters at most.'))
}

const yes = new Set(['是', '有', '已入会', '已', 'y', 'yes', '1', 'true', '√', '✓', '会员'])
const no = new Set(['否', '无', '未入会', '未', '没有', 'n', 'no', '0', 'false', '×', '非会员'])

export function readYesNo({ text: written }: Written): Reading<boolean> {
  const bare = plainWord(written).toLowerCase()
  if (yes.has(bare)) return { value: true }
  if (no.has(bare)) return { value: false }
  return wrong('word', text('是还是否？', 'Yes or no?'), text('请写“是”或“否”。', 'Write 是 or 否.'))
}

const plateShape =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]([A-HJ-NP-Z0-9]{5}|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[挂学警港澳])$/

/** `浙A·3F812`: province and letter, a dot, five or six places. */
export function readPlate({ text: written }: Written): Reading<string> {
  const bare = plainWord(written)
    .toUpperCase()
    .replace(/[·•.\-—_]/g, '')
  if (nothing.has(bare) || bare === '无车') return { value: '' }
  const plate = `${bare.slice(0, 2)}·${bare.slice(2)}`
  if (plateShape.test(bare)) return { value: plate }
  return {
    value: plate,
    fault: doubt(
      'plate',
      text('车牌号不像车牌号', 'This does not look like a number plate'),
      text('应像“浙A·12345”。请核对；照写也可以。', 'It should be like 浙A·12345. Please check; it may stay.'),
    ),
  }
}

/** `浙A·3F8**`: enough to recognise. */
export const maskedPlate = (plate: string): string => (plate.length > 6 ? `${plate.slice(0, 6)}${'*'.repeat(plate.length - 6)}` : plate)
