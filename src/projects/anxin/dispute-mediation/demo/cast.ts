/** Who plays in a story: the worker and colleagues, the firm and who speaks for it, the body that mediates and its people. */
import type { Id } from '#kernel/id.ts'
import { demoHolders, demoPeople, demoWorkers, type OrganisationKey, organisationId } from '#registry/demo.ts'
import type { ClaimKind } from '../data.ts'
import type { Line } from '#engine/fields.ts'

export interface Someone {
  readonly id: Id
  readonly name: string
}

export interface Cast {
  readonly worker: Someone
  readonly phone?: string
  readonly trade?: string
  readonly colleagues: readonly Someone[]
  readonly firm: { readonly id: Id; readonly name: string; readonly kind: 'employer' | 'platform' }
  readonly forFirm: Someone
  readonly body: Someone
  readonly clerk: Someone
  readonly mediator: Someone
  readonly upper: Someone
  readonly claim: ClaimKind
  readonly happened: string
  readonly wants: string
  readonly lines: readonly Line[]
  readonly street: string
  readonly stillEmployed: boolean
  /** How much of the claim is agreed on in the end. */
  readonly settlesAt: number
}

export const someone = ({ id, name }: { readonly id: Id; readonly name: string }): Someone => ({ id, name })

const centre = (at: OrganisationKey, name: string): Someone => ({ id: organisationId(at), name })
export const baiyangCentre = centre('baiyangCentre', '白杨街道劳动争议调解中心')
export const ruidingCommittee = centre('ruidingCommittee', '杭州瑞鼎金属制品有限公司劳动争议调解委员会')
export const commission = '杭州市钱塘区劳动人事争议仲裁委员会'
export const court = '杭州市钱塘区人民法院'
export const hrBureau = centre('hrBureau', '杭州市钱塘区人力资源和社会保障局')

const ofBaiyang = {
  body: baiyangCentre,
  clerk: demoPeople.linXiaoyu,
  mediator: demoPeople.shenHongmei,
  upper: demoPeople.wuJianfang,
  street: '白杨',
} as const

export const qicheng: Cast = {
  ...ofBaiyang,
  worker: demoPeople.chenGuoqiang,
  phone: '10012345678',
  trade: '装卸机械操作工',
  colleagues: [],
  firm: { id: organisationId('qicheng'), name: '杭州启程货运有限公司', kind: 'employer' },
  forFirm: demoPeople.sunLifeng,
  claim: 'unpaidWages',
  happened: '我在启程货运开装卸机械，每月工资 7,400 元，次月 15 日发。8 月、9 月的工资到现在没有发，公司说等客户结账。',
  wants: '把 8 月、9 月的工资补给我，一共 14,800 元。',
  lines: [
    { item: '8 月工资', amountFen: 740_000 },
    { item: '9 月工资', amountFen: 740_000 },
  ],
  stillEmployed: false,
  settlesAt: 1,
}

const others = demoWorkers('ruiding').filter((one) => one.id !== demoPeople.liuZhijun.id && one.id !== demoPeople.zhangXiulan.id)

export const ruiding: Cast = {
  ...ofBaiyang,
  worker: demoPeople.liuZhijun,
  trade: '冲压工',
  colleagues: [demoPeople.zhangXiulan, ...others.slice(0, 10).map(someone)],
  firm: { id: organisationId('ruiding'), name: '杭州瑞鼎金属制品有限公司', kind: 'employer' },
  forFirm: demoPeople.qianHaibo,
  claim: 'overtime',
  happened: '冲压、包装两个班组 8 月、9 月每周六都上班，加班工资按基本工资的一倍算，少发了一半。',
  wants: '按法定标准补发 8 月、9 月的加班工资。',
  lines: [
    { item: '8 月加班工资', amountFen: 7_860_000 },
    { item: '9 月加班工资', amountFen: 8_130_000 },
  ],
  stillEmployed: true,
  settlesAt: 0.86,
}

export const rider: Cast = {
  ...ofBaiyang,
  worker: demoPeople.yangFan,
  trade: '骑手',
  colleagues: [],
  firm: { id: organisationId('fengsu'), name: '杭州丰速到家网络科技有限公司', kind: 'platform' },
  forFirm: demoHolders('fengsu', 'platformRepresentative').map(someone)[0]!,
  claim: 'platformDeduction',
  happened: '暴雨天送单超时，平台一周扣了我 1,260 元，申诉两次都是机器回复。',
  wants: '退回不该扣的钱，恢复接单等级。',
  lines: [{ item: '超时扣款', amountFen: 126_000 }],
  stillEmployed: true,
  settlesAt: 1,
}

export const waitress: Cast = {
  ...ofBaiyang,
  worker: demoPeople.weiLing,
  trade: '服务员',
  colleagues: [],
  firm: { id: organisationId('jiahe'), name: '杭州佳禾餐饮管理有限公司', kind: 'employer' },
  forFirm: demoHolders('jiahe', 'firmRepresentative').map(someone)[0]!,
  claim: 'severance',
  happened: '店里关门，口头叫我不用来了，干了三年，没有给补偿。',
  wants: '支付经济补偿三个月工资。',
  lines: [{ item: '经济补偿', amountFen: 1_440_000 }],
  stillEmployed: false,
  settlesAt: 0.9,
}
