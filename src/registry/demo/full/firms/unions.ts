/** Which of the invented firms have a union of their own since when, which are taken in by a joint union, and which have none. */
import { demoNumber } from '../../demo-id.ts'
import { type StreetKey, streetKeys } from '../../places.ts'
import { chance } from '../chance.ts'
import { article, type PlannedFirm } from './firms.ts'

/** A joint union of a street, of the park, or of the drivers of the freight federation. */
export interface JointUnion {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly at: StreetKey | 'parkFederation' | 'freightFederation'
  readonly for: 'firms' | 'riders' | 'drivers'
  /** Days before the day of the district. */
  readonly age: number
}

const streetNames: Readonly<Record<StreetKey, string>> = {
  xiasha: '下沙',
  baiyang: '白杨',
  hezhuang: '河庄',
  yipeng: '义蓬',
  xinwan: '新湾',
  linjiang: '临江',
  qianjin: '前进',
}

const threeYears = 3 * 365
const ofStreets = streetKeys.flatMap((at, n): readonly JointUnion[] => {
  const name = streetNames[at]
  return [
    { key: `${at} small`, name: `${name}街道小微企业联合工会`, shortName: `${name}小微联合`, at, for: 'firms', age: 2_100 + n * 37 },
    { key: `${at} trade`, name: `${name}街道商圈联合工会`, shortName: `${name}商圈联合`, at, for: 'firms', age: 640 + n * 53 },
    {
      key: `${at} riders`,
      name: `${name}街道新就业形态劳动者联合工会`,
      shortName: `${name}新业态联合`,
      at,
      for: 'riders',
      age: n === 0 ? 980 : 1_130 + n * 29,
    },
  ]
})

export const jointUnions: readonly JointUnion[] = [
  ...ofStreets,
  { key: 'park', name: '江湾智造产业园联合工会', shortName: '江湾联合', at: 'parkFederation', for: 'firms', age: 1_010 },
  {
    key: 'drivers',
    name: '钱塘区货运物流行业货车司机联合工会',
    shortName: '货车司机联合',
    at: 'freightFederation',
    for: 'drivers',
    age: 1_240,
  },
]

export interface Cover {
  /** Key of the joint union, or the freight federation itself. */
  readonly by: string | 'freightFederation'
  readonly age: number
}

export interface Organised {
  /** Days since the firm's own union was approved. */
  readonly unionAge?: number
  readonly covers: readonly Cover[]
}

/** By number of the firm. In the last three years exactly as many unions and joint unions were founded as the article says. */
export function organised(firms: readonly PlannedFirm[]): ReadonlyMap<number, Organised> {
  const own = ownUnions(firms)
  return new Map(firms.map((firm) => [firm.n, { ...own.get(firm.n), covers: coversOf(firm, own.has(firm.n)) }]))
}

function ownUnions(firms: readonly PlannedFirm[]): ReadonlyMap<number, { readonly unionAge: number }> {
  const wanted = firms.filter((firm) => firm.large || demoNumber(`own union ${firm.n}`, 100) < (firm.employees >= 25 ? 62 : 6))
  const young = wanted.filter(({ age }) => age < threeYears + 120)
  const old = wanted.filter(({ age }) => age >= threeYears + 120)
  const recent = article.newUnions - jointUnions.filter(({ age }) => age < threeYears).length
  const order = (firm: PlannedFirm): number => demoNumber(`founded lately ${firm.n}`, 1_000_000) + (firm.large ? 1_500_000 : 0)
  // Young firms can only have young unions: the large ones surely, of the others as many as there is room for.
  const lately = [...young.toSorted((a, b) => Number(b.large) - Number(a.large)), ...old.toSorted((a, b) => order(a) - order(b))].slice(
    0,
    recent,
  )
  const settled = new Set(lately.map(({ n }) => n))
  return new Map([
    ...lately.map((firm) => [firm.n, { unionAge: 12 + demoNumber(`union age ${firm.n}`, Math.min(threeYears, firm.age) - 40) }] as const),
    ...old
      .filter(({ n }) => !settled.has(n))
      .map((firm) => {
        const most = Math.min(firm.age - 20, 12 * 365)
        return [firm.n, { unionAge: threeYears + 2 + demoNumber(`union age ${firm.n}`, most - threeYears - 2) }] as const
      }),
  ])
}

function coversOf(firm: PlannedFirm, hasUnion: boolean): readonly Cover[] {
  const by = chance(`covered ${firm.n}`)
  const most = (union: JointUnion): number => Math.min(union.age, firm.age) - 5
  const covers: Cover[] = []
  if (firm.sector === 'freight') covers.push({ by: 'freightFederation', age: 5 + by.below(Math.min(1_400, firm.age) - 5) })
  if (!hasUnion && firm.sector !== 'freight' && by.often(0.62)) {
    const at = firm.park ? 'parkFederation' : firm.street
    const unions = jointUnions.filter((union) => union.at === at && union.for === 'firms')
    const union = unions[firm.sector === 'catering' || firm.sector === 'services' ? unions.length - 1 : 0]!
    covers.push({ by: union.key, age: 5 + by.below(Math.max(1, most(union) - 5)) })
  }
  return covers
}
