/** Organisations: their kinds, sectors and levels of mediation, and the shapes in which they come and go. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { type Text, text } from '#kernel/text.ts'

export const organisationKinds = {
  district: text('区总工会', 'District federation'),
  street: text('街道总工会', 'Street federation'),
  industry: text('行业工会联合会', 'Industry federation'),
  park: text('园区工会联合会', 'Park federation'),
  regional: text('区域工会联合会', 'Regional federation'),
  firm: text('企业', 'Firm'),
  union: text('企业工会', 'Enterprise union'),
  jointUnion: text('联合工会', 'Joint union'),
  team: text('工会小组', 'Union group'),
  committee: text('调解组织', 'Mediation body'),
  bureau: text('有关部门', 'Public body'),
  platform: text('平台企业', 'Platform'),
} as const satisfies Record<string, Text>
export type OrganisationKind = keyof typeof organisationKinds

export const sectors = {
  freight: text('货运物流', 'Freight and logistics'),
  biomedicine: text('生物医药', 'Biomedicine'),
  autoParts: text('汽车零部件', 'Automotive parts'),
  machinery: text('机械制造', 'Machinery'),
  electronics: text('电子信息', 'Electronics'),
  materials: text('新材料', 'New materials'),
  food: text('食品饮料', 'Food and drink'),
  apparel: text('纺织服装', 'Textiles and apparel'),
  catering: text('餐饮服务', 'Catering'),
  services: text('生活服务', 'Services'),
  construction: text('建筑施工', 'Construction'),
} as const satisfies Record<string, Text>
export type Sector = keyof typeof sectors

export const sizes = {
  large: text('大型', 'Large'),
  medium: text('中型', 'Medium'),
  small: text('小型', 'Small'),
  micro: text('微型', 'Micro'),
} as const satisfies Record<string, Text>
export type Size = keyof typeof sizes

export const ownerships = {
  state: text('国有及国有控股', 'State-owned or state-controlled'),
  private: text('民营', 'Private'),
  foreign: text('外商及港澳台投资', 'Foreign, Hong Kong, Macao or Taiwan capital'),
  joint: text('中外合资', 'Joint venture'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type Ownership = keyof typeof ownerships

/** A union is proposed until the upper union's approval is recorded; what has ended stays for its history. */
export const standings = {
  proposed: text('筹建', 'Being founded'),
  standing: text('存续', 'Standing'),
  ended: text('已终止', 'Ended'),
} as const satisfies Record<string, Text>
export type Standing = keyof typeof standings

/** 产改试点: who named it a pilot of the reform of the industrial workforce. */
export const pilotLevels = {
  district: text('区级', 'District'),
  city: text('市级', 'City'),
  province: text('省级', 'Province'),
  national: text('国家级', 'National'),
  none: text('不再是试点', 'No longer a pilot'),
} as const satisfies Record<string, Text>
export type PilotLevel = keyof typeof pilotLevels

/** What may be true of an organisation from a day until a day. */
export const factKinds = {
  designated: text('规上企业', 'Above the designated size'),
  employees: text('职工人数', 'Employees'),
  size: text('企业规模', 'Size'),
  sector: text('行业', 'Sector'),
  ownership: text('企业性质', 'Ownership'),
  name: text('名称', 'Name'),
  address: text('地址', 'Address'),
  creditCode: text('统一社会信用代码', 'Unified social credit code'),
  legalRepresentative: text('法定代表人', 'Legal representative'),
  pilotLevel: text('产改试点', 'Pilot of the workforce reform'),
  modelFirm: text('示范企业', 'Model firm'),
} as const satisfies Record<string, Text>
export type FactKind = keyof typeof factKinds

/** Federations under which other organisations lie, and whose id is the unit of everything below them. */
export const unitKinds: readonly OrganisationKind[] = ['street', 'industry', 'park', 'regional']
/** Unions, which stand only by the approval of the next higher one and elect their committee for a term. */
export const unionKinds: readonly OrganisationKind[] = ['union', 'jointUnion', 'industry', 'park', 'regional']
/** Bodies beside the union's own tree. */
export const outsideKinds: readonly OrganisationKind[] = ['bureau', 'platform']

const ofFirms: readonly FactKind[] = ['designated', 'employees', 'size', 'ownership', 'modelFirm']
const neverPilots: readonly OrganisationKind[] = ['district', 'team', 'committee', 'bureau']
/** Facts that are known of organisations of this kind. A pilot may be a unit of any kind: a park, a street, a firm. */
export function factFits(fact: FactKind, kind: OrganisationKind): boolean {
  if (ofFirms.includes(fact)) return kind === 'firm' || kind === 'platform'
  if (fact === 'pilotLevel') return !neverPilots.includes(kind)
  return fact !== 'sector' || kind === 'firm' || kind === 'platform' || kind === 'industry'
}

export type MediationLevel = 'enterprise' | 'street' | 'industry' | 'regional'

export interface Organisation {
  readonly id: Id
  readonly district: Id
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly parent?: Id
  /** The street, industry or park federation it lies under. */
  readonly unit?: Id
  /** From the root of its tree to itself. */
  readonly path: readonly Id[]
  /** The firm a union or committee belongs to. */
  readonly firm?: Id
  readonly street?: Id
  readonly sector?: Sector
  readonly employees?: number
  /** 规上: above the size from which a firm is in the yearly statistical list. */
  readonly designated: boolean
  readonly address?: string
  readonly mediates: boolean
  readonly standing: Standing
  readonly size?: Size
  readonly ownership?: Ownership
  readonly creditCode?: string
  readonly legalRepresentative?: string
  readonly since: Day
  readonly until?: Day
}

/** Which of the three levels a mediating body belongs to: its firm's, its street's, or that of the industry or park it lies under. */
export function mediationLevel(body: Pick<Organisation, 'firm'>, unitKind: OrganisationKind | undefined): MediationLevel {
  if (body.firm) return 'enterprise'
  if (unitKind === 'industry') return 'industry'
  return unitKind === 'park' || unitKind === 'regional' ? 'regional' : 'street'
}

/** Which kinds may lie directly below which. */
const parents: Readonly<Record<Exclude<OrganisationKind, 'district'>, readonly OrganisationKind[]>> = {
  street: ['district'],
  industry: ['district'],
  park: ['district'],
  regional: ['district'],
  firm: ['street', 'industry', 'park', 'regional'],
  union: ['street', 'industry', 'park', 'regional', 'jointUnion'],
  jointUnion: ['street', 'industry', 'park', 'regional'],
  team: ['union', 'jointUnion'],
  committee: ['street', 'industry', 'park', 'regional', 'union', 'jointUnion', 'firm'],
  bureau: [],
  platform: [],
}

/** Whether an organisation of this kind may be placed there; `undefined` is beside the tree. */
export function mayLieBelow(kind: Exclude<OrganisationKind, 'district'>, parent: OrganisationKind | undefined): boolean {
  return parent === undefined ? outsideKinds.includes(kind) : parents[kind].includes(parent)
}
