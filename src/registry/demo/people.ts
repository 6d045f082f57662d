/** The people of the demonstration whom other demo data and the stories know by name, with their lives. */
import type { Id } from '#kernel/id.ts'
import type { PostScope } from '#platform/caller.ts'
import type { PostKind } from '../post.ts'
import { demoId } from './demo-id.ts'
import type { OrganisationKey } from './organisations.ts'

export interface DemoPersonSpec {
  readonly name: string
  /** Username in the demonstration. */
  readonly account?: string
  /** Each post: what, where, how far it sees, for how many years. */
  readonly posts: readonly (readonly [kind: PostKind, at: OrganisationKey, scope: PostScope, years: number])[]
  readonly life: string
}

const worker = (name: string, at: OrganisationKey, years: number, life: string): DemoPersonSpec => ({
  name,
  posts: [['employee', at, 'self', years]],
  life,
})

export const wellKnown = {
  chenGuoqiang: {
    ...worker('陈国强', 'qicheng', 4, '1984 年生，安徽阜阳人，启程货运装卸机械操作工；妻子在河庄带两个孩子'),
    account: 'worker',
  },
  shenHongmei: {
    name: '沈红梅',
    account: 'mediator',
    posts: [['mediator', 'baiyangCentre', 'unit', 5]],
    life: '1973 年生，当过二十年车间主任，退居二线后专职调解',
  },
  zhouMin: {
    name: '周敏',
    account: 'street',
    posts: [['viceChair', 'baiyang', 'below', 3]],
    life: '1986 年生，社区工作者出身，管维权和企业服务',
  },
  sunLifeng: {
    name: '孙立峰',
    account: 'employer',
    posts: [['firmRepresentative', 'qicheng', 'unit', 6]],
    life: '1981 年生，启程货运行政人事经理',
  },
  wuJianfang: {
    name: '吴建芳',
    account: 'district',
    posts: [['districtOfficer', 'district', 'below', 6]],
    life: '1979 年生，区总工会权益保障部部长',
  },
  maChunyan: {
    name: '马春燕',
    account: 'union',
    posts: [
      ['unionChair', 'ruidingUnion', 'below', 4],
      ['mediator', 'ruidingCommittee', 'unit', 2],
    ],
    life: '1982 年生，瑞鼎金属质检班长，职工选出来的工会主席',
  },
  heWeidong: {
    name: '何卫东',
    account: 'bureau',
    posts: [
      ['bureauOfficer', 'hrBureau', 'unit', 5],
      ['bureauOfficer', 'arbitration', 'unit', 5],
    ],
    life: '1977 年生，区人社局仲裁科经办人，兼管仲裁院立案窗口',
  },
  lvWenqing: {
    name: '吕文清',
    account: 'chair',
    posts: [['unionChair', 'mingxiUnion', 'below', 5]],
    life: '1979 年生，明晰光电设备科工程师，两届工会主席，带着工会谈过三次工资',
  },
  tanZhiyong: {
    name: '谭志勇',
    account: 'firm',
    posts: [['firmRepresentative', 'mingxi', 'unit', 8]],
    life: '1974 年生，明晰光电人力资源总监，受法定代表人书面委托谈判',
  },
  luoJianping: {
    ...worker('罗建平', 'mingxi', 11, '1986 年生，浙江衢州人，明晰光电贴片线线长，高级工，连任职工代表'),
    account: 'delegate',
  },
  linXiaoyu: { name: '林晓宇', posts: [['mediationClerk', 'baiyangCentre', 'unit', 2]], life: '1996 年生，法学毕业，白杨中心受理窗口' },
  fangWenbin: { name: '方文斌', posts: [['mediator', 'baiyangCentre', 'unit', 4]], life: '1969 年生，退休法官' },
  panLiqun: { name: '潘丽群', posts: [['mediator', 'xiashaCentre', 'unit', 3]], life: '1980 年生，社工师' },
  dongWei: { name: '董伟', posts: [['viceChair', 'xiasha', 'below', 4]], life: '1983 年生，下沙街道总工会副主席' },
  qianHaibo: { name: '钱海波', posts: [['firmRepresentative', 'ruiding', 'unit', 7]], life: '1976 年生，瑞鼎金属副总经理' },
  liuZhijun: worker('刘志军', 'ruiding', 9, '1978 年生，江西上饶人，瑞鼎冲压班老师傅，被工友推为代表'),
  zhangXiulan: worker('张秀兰', 'ruiding', 6, '1985 年生，河南周口人，瑞鼎包装工'),
  huDehua: worker('胡德华', 'qicheng', 5, '1980 年生，安徽六安人，启程货运叉车工'),
  weiLing: worker('韦玲', 'jiahe', 3, '1990 年生，广西河池人，佳禾餐饮服务员'),
  tangShaojun: worker('唐少军', 'landa', 8, '1987 年生，湖南邵阳人，澜达精密数控操作工'),
  yangFan: { name: '杨帆', posts: [['platformWorker', 'fengsu', 'self', 2]], life: '1999 年生，贵州毕节人，骑手，没有劳动合同' },
} as const satisfies Record<string, DemoPersonSpec>
export type PersonKey = keyof typeof wellKnown
export const personKeys = Object.keys(wellKnown) as readonly PersonKey[]

export const personId = (key: string): Id => demoId(`person ${key}`)

/** People by key, for other demo data: `demoPeople.chenGuoqiang.id`. */
export const demoPeople = Object.fromEntries(
  personKeys.map((key) => [key, { id: personId(key), name: wellKnown[key].name }]),
) as unknown as Readonly<Record<PersonKey, { readonly id: Id; readonly name: string }>>
