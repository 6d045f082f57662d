/** The demonstration's federations, mediation bodies, public bodies and platforms. The streets are real; people and firms are invented. */
import type { OrganisationKind, Sector } from '../organisation.ts'

export const demoStreets = {
  xiasha: '下沙',
  baiyang: '白杨',
  hezhuang: '河庄',
  yipeng: '义蓬',
  xinwan: '新湾',
  linjiang: '临江',
  qianjin: '前进',
} as const
export type StreetKey = keyof typeof demoStreets
export const streetKeys = Object.keys(demoStreets) as readonly StreetKey[]

export const demoFederations = {
  freight: {
    kind: 'industry',
    sector: 'freight',
    name: '钱塘区货运物流行业工会联合会',
    short: '货运物流',
    body: '钱塘区货运物流行业劳动争议调解委员会',
    word: '货运',
  },
  biomedicine: {
    kind: 'industry',
    sector: 'biomedicine',
    name: '钱塘区生物医药行业工会联合会',
    short: '生物医药',
    body: '钱塘区生物医药行业劳动争议调解委员会',
    word: '医药',
  },
  autoParts: {
    kind: 'industry',
    sector: 'autoParts',
    name: '钱塘区汽车零部件行业工会联合会',
    short: '汽车零部件',
    body: '钱塘区汽车零部件行业劳动争议调解委员会',
    word: '汽配',
  },
  park: {
    kind: 'park',
    sector: undefined,
    name: '江湾智造产业园工会联合会',
    short: '江湾园区',
    body: '江湾智造产业园区域性劳动争议调解委员会',
    word: '江湾',
  },
} as const satisfies Record<
  string,
  { kind: OrganisationKind; sector: Sector | undefined; name: string; short: string; body: string; word: string }
>
export type FederationKey = keyof typeof demoFederations
export const federationKeys = Object.keys(demoFederations) as readonly FederationKey[]

export const demoOutside = {
  hrBureau: { kind: 'bureau', name: '杭州市钱塘区人力资源和社会保障局', short: '区人社局' },
  arbitration: { kind: 'bureau', name: '杭州市钱塘区劳动人事争议仲裁院', short: '区仲裁院' },
  court: { kind: 'bureau', name: '杭州市钱塘区人民法院', short: '区法院' },
  fengsu: { kind: 'platform', name: '杭州丰速到家网络科技有限公司', short: '丰速到家' },
  yunda: { kind: 'platform', name: '浙江运满江货运平台有限公司', short: '运满江' },
} as const satisfies Record<string, { kind: OrganisationKind; name: string; short: string }>
export type OutsideKey = keyof typeof demoOutside
export const outsideKeys = Object.keys(demoOutside) as readonly OutsideKey[]
