/** Names for the people of the demonstration: many, plain, all different, and the same each time. */
import { demoNumber } from './demo-id.ts'

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const given =
  `建国 志强 秀英 桂兰 海燕 晓东 春梅 永刚 丽娟 国栋 玉珍 文涛 雪梅 志明 小红 建平 红霞 俊杰 美玲 立新 金凤 振华 翠萍 少华 慧敏 大勇 玉兰 学军 淑芬 伟民 爱华 宝林 秋菊 长青 晓燕
  家豪 思远 雨桐 子涵 浩然 佳怡 宇航 欣妍 明辉 静雯 泽民 婉婷 嘉伟 诗琪 鹏飞 梦洁 天佑 若曦 志远 亚男 冬梅 水根 阿英 根宝 月琴 银花 福生 菊芳 土根 彩凤 荣华 巧云 庆丰 素珍 德明 瑞英 广平 凤仙
  洪亮 艳红 光明 小芳 卫国 丽萍 建军 晓玲 国庆 志华 永强 秀兰 新民 桂花 文斌 小军 春生 玉梅 海涛 红梅 国华 淑珍 青松 丽华 正阳 佩瑶 景行 若兰 承志 清扬 星辰 语嫣 启航 书瑶 锦程 沐阳 恩泽 可欣`.split(
    /\s+/,
  )

/** A source of names none of which is among those `taken`, nor given twice. */
export function nameSource(taken: readonly string[]): (seed: string) => string {
  const used = new Set(taken)
  return (seed) => {
    for (let round = 0; ; round++) {
      const surname = surnames[demoNumber(`${seed} surname ${round}`, surnames.length)]!
      const name = surname + given[demoNumber(`${seed} given ${round}`, given.length)]!
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
