/** The demonstration's firms. All are invented: name, short name, street, sector, employees, years since founding, and what unions they have. */
import type { Sector } from '../organisation.ts'
import type { StreetKey } from './places.ts'

export interface DemoFirm {
  readonly name: string
  readonly short: string
  readonly street: StreetKey
  readonly sector: Sector
  readonly employees: number
  readonly years: number
  readonly union: boolean
  /** It stands in the park, whose federation it lies under. */
  readonly under?: 'park'
}

const at =
  (street: StreetKey) =>
  (
    sector: Sector,
    name: string,
    short: string,
    employees: number,
    years: number,
    union: 'union' | 'no union',
    under?: 'park',
  ): DemoFirm => ({
    name,
    short,
    street,
    sector,
    employees,
    years,
    union: union === 'union',
    ...(under && { under }),
  })

const xiasha = at('xiasha')
const baiyang = at('baiyang')
const hezhuang = at('hezhuang')
const yipeng = at('yipeng')
const xinwan = at('xinwan')
const linjiang = at('linjiang')
const qianjin = at('qianjin')

export const demoFirms = {
  qicheng: baiyang('freight', '杭州启程货运有限公司', '启程货运', 186, 11, 'no union'),
  ruiding: baiyang('machinery', '杭州瑞鼎金属制品有限公司', '瑞鼎金属', 642, 15, 'union'),
  hengze: baiyang('machinery', '杭州恒泽机电有限公司', '恒泽机电', 318, 12, 'union'),
  jiahe: baiyang('catering', '杭州佳禾餐饮管理有限公司', '佳禾餐饮', 140, 6, 'no union'),
  xinke: baiyang('electronics', '杭州新柯电子有限公司', '新柯电子', 905, 13, 'union'),
  yunhe: baiyang('services', '杭州云合家政服务有限公司', '云合家政', 58, 4, 'no union'),
  chenlu: baiyang('food', '杭州晨露乳业有限公司', '晨露乳业', 412, 16, 'union'),
  baiyu: baiyang('biomedicine', '杭州柏昱生物制剂有限公司', '柏昱生物', 276, 8, 'union'),
  luyuan: baiyang('services', '杭州绿苑物业管理有限公司', '绿苑物业', 233, 9, 'union'),
  tengda: baiyang('freight', '杭州腾达速运有限公司', '腾达速运', 95, 5, 'no union'),
  yunzhan: xiasha('freight', '浙江云栈供应链有限公司', '云栈供应链', 520, 7, 'union'),
  landa: xiasha('machinery', '杭州澜达精密制造有限公司', '澜达精密', 738, 14, 'union'),
  mingxi: xiasha('electronics', '杭州明晰光电有限公司', '明晰光电', 1260, 17, 'union'),
  huicheng: xiasha('construction', '杭州汇城建设工程有限公司', '汇城建设', 310, 19, 'no union'),
  xuri: xiasha('apparel', '杭州旭日针织有限公司', '旭日针织', 265, 18, 'union'),
  anpu: xiasha('biomedicine', '杭州安朴医疗器械有限公司', '安朴医疗', 187, 6, 'union'),
  shiguang: xiasha('catering', '杭州拾光咖啡餐饮有限公司', '拾光餐饮', 46, 3, 'no union'),
  zhiyuan: xiasha('services', '杭州致远教育咨询有限公司', '致远教育', 72, 5, 'no union'),
  kelin: xiasha('electronics', '杭州科霖传感技术有限公司', '科霖传感', 154, 7, 'union'),
  dongqu: xiasha('freight', '杭州东渠快运有限公司', '东渠快运', 210, 8, 'union'),
  jiangwan: hezhuang('machinery', '杭州江畔重工机械有限公司', '江畔重工', 480, 13, 'union'),
  fenghe: hezhuang('autoParts', '杭州丰禾汽车零部件有限公司', '丰禾汽配', 655, 12, 'union'),
  ruitai: hezhuang('autoParts', '杭州锐泰制动系统有限公司', '锐泰制动', 388, 9, 'union'),
  xinghai: hezhuang('materials', '杭州星海复合材料有限公司', '星海材料', 297, 10, 'union'),
  hongsheng: hezhuang('construction', '杭州宏晟装饰工程有限公司', '宏晟装饰', 88, 7, 'no union'),
  nongjia: hezhuang('food', '杭州沃野农产品加工有限公司', '沃野农产', 132, 11, 'no union'),
  shunlian: hezhuang('freight', '杭州顺联危运有限公司', '顺联危运', 118, 9, 'union'),
  bolian: hezhuang('electronics', '杭州铂联线缆有限公司', '铂联线缆', 246, 12, 'union'),
  yuandong: yipeng('machinery', '杭州远栋紧固件有限公司', '远栋紧固件', 215, 15, 'union'),
  xianglong: yipeng('apparel', '杭州祥珑服饰有限公司', '祥珑服饰', 340, 17, 'union'),
  jinsui: yipeng('food', '杭州金穗食品有限公司', '金穗食品', 286, 14, 'union'),
  haode: yipeng('autoParts', '杭州昊德汽车内饰有限公司', '昊德内饰', 429, 8, 'union'),
  yipengda: yipeng('freight', '杭州义顺达货运代理有限公司', '义顺达货运', 64, 4, 'no union'),
  tianqi: yipeng('construction', '杭州天祈市政工程有限公司', '天祈市政', 175, 12, 'no union'),
  wanjia: yipeng('services', '杭州皖佳保洁服务有限公司', '皖佳保洁', 122, 5, 'no union'),
  lexing: yipeng('electronics', '杭州乐星照明电器有限公司', '乐星照明', 198, 10, 'union'),
  haitang: xinwan('biomedicine', '杭州海棠原料药有限公司', '海棠药业', 510, 13, 'union'),
  kangrui: xinwan('biomedicine', '浙江康睿诊断试剂有限公司', '康睿诊断', 344, 6, 'union'),
  xinwanda: xinwan('materials', '杭州湾达新型建材有限公司', '湾达建材', 168, 9, 'union'),
  chaoyue: xinwan('machinery', '杭州超岳模具有限公司', '超岳模具', 96, 8, 'no union'),
  linfeng: xinwan('apparel', '杭州林枫家纺有限公司', '林枫家纺', 273, 16, 'union'),
  yuyue: xinwan('food', '杭州渔悦水产有限公司', '渔悦水产', 84, 7, 'no union'),
  zhongtuo: xinwan('freight', '浙江众拓物流有限公司', '众拓物流', 230, 10, 'union'),
  sujie: xinwan('catering', '杭州素洁团餐服务有限公司', '素洁团餐', 156, 4, 'no union'),
  beichen: linjiang('materials', '杭州北宸高分子材料有限公司', '北宸高分子', 692, 11, 'union', 'park'),
  huaxin: linjiang('materials', '杭州骅信膜科技有限公司', '骅信膜科', 355, 7, 'union', 'park'),
  xian: linjiang('machinery', '杭州汐岸泵阀有限公司', '汐岸泵阀', 244, 14, 'union', 'park'),
  guangheng: linjiang('electronics', '浙江光衡储能科技有限公司', '光衡储能', 1480, 5, 'union', 'park'),
  linjiangda: linjiang('autoParts', '杭州临驰轮毂有限公司', '临驰轮毂', 536, 9, 'union'),
  weilan: linjiang('services', '杭州蔚蓝环境科技有限公司', '蔚蓝环境', 110, 6, 'no union'),
  anda: linjiang('freight', '杭州安哒冷链运输有限公司', '安哒冷链', 142, 6, 'no union'),
  baolai: linjiang('construction', '杭州保莱钢构有限公司', '保莱钢构', 208, 12, 'union'),
  qianjinda: qianjin('autoParts', '杭州进取传动科技有限公司', '进取传动', 610, 10, 'union'),
  shengyuan: qianjin('autoParts', '杭州盛垣座椅有限公司', '盛垣座椅', 472, 8, 'union'),
  mingtai: qianjin('machinery', '杭州铭泰激光装备有限公司', '铭泰激光', 226, 6, 'union'),
  qiaofu: qianjin('apparel', '杭州巧芙箱包有限公司', '巧芙箱包', 134, 9, 'no union'),
  yuanwang: qianjin('electronics', '杭州元望芯片封测有限公司', '元望封测', 870, 4, 'union'),
  jiangnan: qianjin('food', '杭州江岚调味品有限公司', '江岚调味', 178, 15, 'union'),
  tongda: qianjin('freight', '杭州通韵零担物流有限公司', '通韵物流', 76, 5, 'no union'),
  xinyi: qianjin('construction', '杭州鑫屹机电安装有限公司', '鑫屹安装', 92, 7, 'no union'),
} as const satisfies Record<string, DemoFirm>
export type FirmKey = keyof typeof demoFirms
export const firmKeys = Object.keys(demoFirms) as readonly FirmKey[]

const industrial: ReadonlySet<Sector> = new Set(['biomedicine', 'autoParts', 'machinery', 'electronics', 'materials', 'food', 'apparel'])

/** 规上: an industrial firm of some size. In the real world the yearly list says so. */
export const isDesignated = (firm: DemoFirm): boolean => industrial.has(firm.sector) && firm.employees >= 120
/** Larger firms with a union have a mediation committee of their own. */
export const hasCommittee = (firm: DemoFirm): boolean => firm.union && firm.employees >= 200
