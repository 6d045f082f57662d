/** Names as common as in life: surnames by how many bear them, given names of the years in which people were born. */
import type { Sex } from '../../../id-number.ts'
import { type Chance, weighted } from '../chance.ts'

const shares =
  `王 720 李 718 张 682 刘 517 陈 480 杨 308 黄 222 赵 200 吴 205 周 201 徐 164 孙 150 马 125 朱 128 胡 126 郭 110 何 117 林 104 高 96 罗 95
  郑 98 梁 82 谢 76 宋 78 唐 74 许 74 韩 66 邓 66 冯 65 曹 60 彭 62 曾 56 肖 56 田 52 董 54 潘 58 袁 50 蔡 50 蒋 52 余 52 于 44 杜 44 叶 52
  程 44 魏 42 苏 41 吕 42 丁 40 任 38 卢 37 姚 40 沈 60 钟 36 姜 34 崔 32 谭 34 陆 42 范 34 汪 36 廖 32 石 30 金 40 韦 30 贾 28 夏 36 付 26 方 40
  邹 28 熊 26 白 24 孟 24 秦 26 邱 28 侯 22 江 26 尹 22 薛 22 闫 22 雷 24 龙 22 黎 22 史 22 陶 24 贺 22 毛 26 郝 20 顾 28 龚 22 邵 26 万 22 覃 20 武 20
  钱 32 戴 24 严 24 莫 20 孔 20 向 18 常 18 汤 20 施 24 俞 34 章 26 傅 24 倪 20 来 12 楼 16 骆 14 裘 8 戚 10 虞 8`
    .trim()
    .split(/\s+/)
    .flatMap((word, at, all) => (at % 2 ? [] : [[word, Number(all[at + 1])] as const]))
const surnames = weighted(shares)
export const demoSurnames: readonly string[] = [...new Set(shares.map(([surname]) => surname))]

interface Fashion {
  readonly single: readonly string[]
  readonly first: readonly string[]
  readonly last: readonly string[]
}

const fashion = (single: string, first: string, last: string): Fashion => ({ single: [...single], first: [...first], last: [...last] })

/** Before 1980, until 1994, and after. */
const fashions: Readonly<Record<Sex, readonly [Fashion, Fashion, Fashion]>> = {
  male: [
    fashion('军勇强伟刚平斌辉涛明', '建国志永德文新春玉光金荣福庆生水根爱正学', '军华国明平强生林民祥根荣才法良忠富新海兵'),
    fashion('伟磊勇涛杰鹏超波斌峰飞凯浩亮刚', '建志永文海晓国小俊明振立少云春红永庆金', '伟杰军峰辉波飞涛鹏斌龙华明强勇刚超平林东'),
    fashion('浩鑫杰涛旭凯宇豪帅洋坤鹏阳博', '子俊嘉家志天宇浩文泽梓思明晨一景承启立', '豪轩杰浩宇鑫阳涛航辉博凯文翔龙俊鹏毅然泽'),
  ],
  female: [
    fashion('芳敏静丽英红霞萍玲燕', '秀玉桂丽小春爱美金月水雪凤红海惠彩素银玲', '英兰珍芳凤琴香娟红萍莲花梅霞仙娣玲燕妹琼'),
    fashion('静丽娜敏艳娟霞燕婷芳琴萍玲红', '晓丽小海春雪红美玉秀亚艳文冬建燕云慧金', '燕霞丽娟梅芳玲琴红萍静艳英华娜敏慧平花珍'),
    fashion('婷静雪倩颖慧琪莹悦敏璐薇', '雨梦佳思欣雅诗晓子嘉静慧文可梓语若心紫怡', '婷怡颖萱涵琪雯欣妍琳倩雪彤悦瑶洁莹静瑜宁'),
  ],
}

export interface DemoName {
  readonly surname: string
  readonly given: string
}

export function demoName(by: Chance, sex: Sex, birthYear: number): DemoName {
  const { single, first, last } = fashions[sex][birthYear < 1980 ? 0 : birthYear < 1995 ? 1 : 2]
  const surname = surnames(by.next())
  if (by.often(0.16)) return { surname, given: by.pick(single) }
  return { surname, given: by.pick(first) + by.pick(last) }
}

/** Every given name there can be, once. */
export const demoGivenNames = (): readonly string[] => [
  ...new Set(
    Object.values(fashions)
      .flat()
      .flatMap(({ single, first, last }) => [...single, ...first.flatMap((one) => last.map((two) => one + two))]),
  ),
]
