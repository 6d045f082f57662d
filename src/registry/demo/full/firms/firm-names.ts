/** Names for firms that do not exist: three characters that no trade mark office would put together, a trade, a form. Each brand is used once. */
import type { Sector } from '../../../organisation.ts'

const first = [...'沐砺屹澜棠骁珩衍聿翊昶煦瑾璞霁岚峤淳澍湛烁焱禾稷筠茗蔚谦越轩铄']
const middle = [...'禹辰昕桓棋森泓洵涵清渊漾煜珈琅瑜畅硕祯秉竑纬翎舒芮蕴詹逸酉钧']
const last = [...'坤堃安宏屿川帆庭恒拓捷昂晟朗柏棣沣浦湖源炜特瑞益盈磐立臻舟迪']

/** The n-th of some 27,000 brands, in an order without pattern. */
function brand(n: number): string {
  const size = first.length * middle.length * last.length
  const at = (n * 9_973 + 1_237) % size
  return (
    first[at % first.length]! +
    middle[Math.floor(at / first.length) % middle.length]! +
    last[Math.floor(at / (first.length * middle.length))]!
  )
}

const trades: Readonly<Record<Sector, readonly string[]>> = {
  freight: ['物流', '货运', '运输', '供应链管理', '快运', '货运代理', '仓储物流', '冷链物流'],
  biomedicine: ['生物科技', '医药', '制药', '医疗器械', '生物制品', '诊断技术'],
  autoParts: ['汽车零部件', '汽车电子', '车业', '汽车模具', '传动系统', '汽车内饰'],
  machinery: ['机械', '精密机械', '装备制造', '重工', '机电设备', '模具', '紧固件', '泵业'],
  electronics: ['电子', '光电科技', '半导体', '电器', '智能科技', '通信设备', '线缆', '新能源科技'],
  materials: ['新材料', '化工', '高分子材料', '包装材料', '建材', '橡塑'],
  food: ['食品', '饮料', '农产品加工', '粮油', '调味食品', '水产食品'],
  apparel: ['服饰', '纺织', '针织', '家纺', '印染', '箱包', '鞋业'],
  catering: ['餐饮管理', '餐饮', '团膳服务', '食堂管理', '酒店管理'],
  services: ['物业服务', '家政服务', '保洁服务', '人力资源', '商贸', '信息技术', '环境服务', '文化传播'],
  construction: ['建设工程', '建筑安装', '装饰工程', '市政工程', '钢结构工程', '机电安装'],
}

export interface FirmName {
  readonly name: string
  readonly shortName: string
}

export function firmName(n: number, sector: Sector): FirmName {
  const own = brand(n)
  const trade = trades[sector][(n * 7) % trades[sector].length]!
  const home = n % 9 === 0 ? '浙江' : n % 5 === 0 ? '杭州钱塘' : '杭州'
  const form = n % 31 === 0 ? '股份有限公司' : '有限公司'
  return { name: `${home}${own}${trade}${form}`, shortName: own + trade.slice(0, 2) }
}
