/** What is told of firms: credit codes, headcounts, sectors, sizes, years, as tables word them. */
import { text } from '#kernel/text.ts'
import { type Sector, sectors, type Size, sizes } from '../../organisation.ts'
import { plainWord, type Reading, wrong, type Written } from './reading.ts'

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The eighteenth place that belongs to seventeen (GB 32100, MOD 31). */
export function creditCheckOf(first17: string): string {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += weights[at]! * signs.indexOf(first17[at]!)
  return signs[(31 - (sum % 31)) % 31]!
}

export function readCreditCode({ text: written, kind }: Written): Reading<string> {
  const code = plainWord(written).toUpperCase().replace(/-/g, '')
  const title = text('统一社会信用代码不对', 'The credit code is not right')
  if (kind === 'rounded')
    return wrong(
      'creditCode',
      title,
      text(
        '这一格是数字，末几位已经丢失。请把列设为“文本”重新填写。',
        'The cell is a number and has lost its last places; set the column to text and enter it again.',
      ),
    )
  if (code.length !== 18)
    return wrong(
      'creditCode',
      title,
      text(
        `应为 18 位，这里是 ${code.length} 位。请对照营业执照。`,
        `18 places are needed, here are ${code.length}; compare it with the licence.`,
      ),
    )
  if ([...code].some((sign) => !signs.includes(sign)))
    return wrong(
      'creditCode',
      title,
      text('有不该出现的字符（没有 I、O、S、V、Z）。', 'It holds a character that never occurs (there is no I, O, S, V, Z).'),
    )
  const expected = creditCheckOf(code.slice(0, 17))
  if (code[17] === expected) return { value: code }
  return wrong(
    'creditCode',
    title,
    text(
      `末位应是 ${expected}，表里是 ${code[17]}。请对照营业执照。`,
      `The last place should be ${expected}, here is ${code[17]}; compare it with the licence.`,
    ),
  )
}

export function readHeadcount({ text: written }: Written): Reading<number> {
  const bare = plainWord(written)
    .replace(/[人名,，]/g, '')
    .replace(/\.0+$/, '')
  const count = /^\d{1,7}$/.test(bare) ? Number(bare) : Number.NaN
  return count <= 1_000_000
    ? { value: count }
    : wrong(
        'number',
        text('人数看不懂', 'The headcount cannot be read'),
        text('请写 0 到 1000000 的整数。', 'Write a whole number from 0 to 1000000.'),
      )
}

/** Words of the statistical classes that belong to a sector of the house. */
const sectorWays: Readonly<Record<Sector, RegExp>> = {
  freight: /货运|物流|运输|仓储|快递|邮政/,
  biomedicine: /医药|生物|制药|医疗/,
  autoParts: /汽车/,
  electronics: /电子|通信|计算机|半导体|软件|信息/,
  materials: /新材料|化学|化工|橡胶|塑料|非金属/,
  machinery: /机械|设备|金属|装备|仪器|电气/,
  food: /食品|饮料|酒|农副/,
  apparel: /纺织|服装|服饰|皮革/,
  catering: /餐饮|住宿/,
  construction: /建筑|施工|装饰|工程/,
  services: /服务|零售|批发|商贸|房地产|租赁/,
}

export function readSector({ text: written }: Written): Reading<Sector> {
  const bare = plainWord(written)
  const found =
    (Object.keys(sectors) as Sector[]).find(
      (sector) => sectors[sector].zh === bare || sectors[sector].en.toLowerCase() === bare.toLowerCase(),
    ) ?? (Object.keys(sectorWays) as Sector[]).find((sector) => sectorWays[sector].test(bare))
  return found
    ? { value: found }
    : wrong(
        'word',
        text('行业看不懂', 'The sector cannot be read'),
        text(
          `请写其中之一：${Object.values(sectors)
            .map(({ zh }) => zh)
            .join('、')}。`,
          `Write one of: ${Object.values(sectors)
            .map(({ en }) => en)
            .join(', ')}.`,
        ),
        { value: '', title: text('留空写入', 'Leave empty') },
      )
}

const sizeWays: Readonly<Record<string, Size>> = { 大: 'large', 中: 'medium', 小: 'small', 微: 'micro' }

export function readSize({ text: written }: Written): Reading<Size> {
  const bare = plainWord(written)
  const found =
    (Object.keys(sizes) as Size[]).find((size) => sizes[size].en.toLowerCase() === bare.toLowerCase()) ??
    sizeWays[bare.replace(/(型|企业|型企业)$/, '')]
  return found
    ? { value: found }
    : wrong(
        'word',
        text('规模看不懂', 'The size cannot be read'),
        text('请写“大型”“中型”“小型”或“微型”。', 'Write 大型, 中型, 小型 or 微型.'),
        {
          value: '',
          title: text('留空写入', 'Leave empty'),
        },
      )
}

export function readYear({ text: written }: Written): Reading<number> {
  const year = Number(/^((?:19|20)\d{2})(年度?|\.0+)?$/.exec(plainWord(written))?.[1])
  return year >= 1990 && year <= 2099
    ? { value: year }
    : wrong('year', text('年度看不懂', 'The year cannot be read'), text('请写四位年份，如 2022。', 'Write four digits, such as 2022.'))
}

export function readOrganisationName({ text: written }: Written): Reading<string> {
  const name = written
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .trim()
  return name.length >= 2 && name.length <= 80
    ? { value: name }
    : wrong('name', text('名称的长短不对', 'The name has an odd length'), text('应为 2 到 80 个字。', '2 to 80 characters.'))
}
