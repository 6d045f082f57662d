/** What people do, know and have learnt, by the sector of their firm. */
import type { Sector } from '../../../organisation.ts'
import { type Chance, weighted } from '../chance.ts'

const spread = (words: string) => {
  const entries = words.split(' ').map((word): [string, number] => {
    const [job, weight] = word.split(':')
    return [job!, Number(weight)]
  })
  return weighted(entries)
}
const office = '行政专员:2 会计:2 采购员:2 销售员:3 人事专员:1 班组长:3'

/** Driver is not among the jobs of freight: who drives is planned, so that they can be counted. */
const jobs: Readonly<Record<Sector, (at: number) => string>> = {
  freight: spread(`装卸工:8 仓管员:6 调度员:4 叉车工:5 理货员:5 客服:3 ${office}`),
  biomedicine: spread(`药物制剂工:14 包装工:8 化验员:8 设备维修工:4 配料工:6 研发助理:4 质检员:6 洁净车间操作工:10 ${office}`),
  autoParts: spread(`冲压工:10 焊工:10 装配工:16 数控操作工:9 质检员:7 叉车工:4 模具工:4 涂装工:6 设备维修工:5 ${office}`),
  machinery: spread(`车工:9 铣工:6 数控操作工:12 焊工:10 钳工:7 装配工:12 质检员:6 电工:4 叉车工:3 磨工:4 ${office}`),
  electronics: spread(`贴片操作工:14 装配工:16 测试员:9 质检员:8 设备维修工:5 包装工:6 插件工:6 工艺员:4 ${office}`),
  materials: spread(`化工操作工:14 中控员:6 包装工:7 挤出操作工:8 化验员:5 仓管员:4 电工:4 叉车工:4 安全员:2 ${office}`),
  food: spread(`食品加工工:18 包装工:12 质检员:6 冷库工:4 设备维修工:4 配料工:6 叉车工:3 ${office}`),
  apparel: spread(`缝纫工:24 裁剪工:7 整烫工:6 挡车工:10 染色工:5 质检员:6 包装工:6 ${office}`),
  catering: spread('厨师:10 服务员:16 洗碗工:5 切配工:8 收银员:3 店长:2 采购员:2'),
  services: spread('保洁员:14 保安:12 工程维修工:5 客服:6 家政服务员:8 程序员:5 销售员:6 行政专员:3 会计:2'),
  construction: spread('钢筋工:10 木工:8 瓦工:8 电工:6 焊工:6 架子工:5 安全员:3 施工员:5 塔吊司机:2 杂工:8'),
}
export const jobOf = (sector: Sector, by: Chance): string => jobs[sector](by.next())

const men: Readonly<Record<Sector, number>> = {
  freight: 0.8,
  biomedicine: 0.46,
  autoParts: 0.66,
  machinery: 0.72,
  electronics: 0.5,
  materials: 0.7,
  food: 0.45,
  apparel: 0.3,
  catering: 0.44,
  services: 0.5,
  construction: 0.88,
}
export const isMan = (sector: Sector, by: Chance): boolean => by.often(men[sector])

/** 学徒工 1 … 首席技师 8; nothing for those who hold no grade. */
const skillInIndustry = weighted<number | undefined>([
  [undefined, 36],
  [1, 6],
  [2, 18],
  [3, 21],
  [4, 13],
  [5, 4.4],
  [6, 1.4],
  [7, 0.15],
  [8, 0.05],
])
const skillElsewhere = weighted<number | undefined>([
  [undefined, 74],
  [1, 3],
  [2, 11],
  [3, 8],
  [4, 3.4],
  [5, 0.6],
])
const crafts: ReadonlySet<Sector> = new Set(['biomedicine', 'autoParts', 'machinery', 'electronics', 'materials', 'food', 'apparel'])
export const skillOf = (sector: Sector, by: Chance): number | undefined =>
  (crafts.has(sector) ? skillInIndustry : skillElsewhere)(by.next())

const educationBorn = [
  [1975, [10, 46, 30, 8, 5, 0.6, 0.1]],
  [1990, [3, 32, 36, 17, 11, 1, 0.1]],
  [2100, [0.6, 14, 36, 29, 18, 2.2, 0.2]],
] as const
const educations = educationBorn.map(([until, weights]) => ({
  until,
  of: weighted(weights.map((weight, at) => [at + 1, weight] as const)),
}))
export const educationOf = (birthYear: number, by: Chance): number => educations.find(({ until }) => birthYear < until)!.of(by.next())

/** How old working people are, by years: few at eighteen, most in their thirties, few after fifty-five. */
export const ages: readonly (readonly [age: number, weight: number])[] = Array.from({ length: 42 }, (_, n) => {
  const age = 18 + n
  return [age, age < 22 ? 8 + (age - 18) * 5 : age < 34 ? 28 + (age - 22) * 0.8 : age < 50 ? 38 - (age - 34) * 0.7 : 26 - (age - 50) * 2.6]
})
