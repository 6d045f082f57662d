/** Who else works in the demonstration's federations, centres and firms: as many at each as such a body has. */
import type { PostScope } from '#platform/caller.ts'
import type { PostKind } from '../post.ts'
import { demoNumber } from './demo-id.ts'
import { demoFirms, type FirmKey, firmKeys, hasCommittee } from './firms.ts'
import { nameSource } from './names.ts'
import type { OrganisationKey } from './organisations.ts'
import { type DemoPersonSpec, personKeys, wellKnown } from './people.ts'
import { federationKeys, outsideKeys, streetKeys } from './places.ts'

interface Seat {
  readonly kind: PostKind
  readonly at: OrganisationKey
  readonly scope: PostScope
  readonly count: number
}

const seat = (kind: PostKind, at: OrganisationKey, scope: PostScope, count = 1): Seat => ({ kind, at, scope, count })

const seats = (): readonly Seat[] => [
  seat('chair', 'district', 'below'),
  seat('viceChair', 'district', 'below', 2),
  seat('districtOfficer', 'district', 'below', 3),
  ...streetKeys.flatMap((key) => [
    seat('chair', key, 'below'),
    seat('viceChair', key, 'below'),
    seat('officer', key, 'below', 2),
    seat('mediationClerk', `${key}Centre`, 'unit'),
    seat('mediator', `${key}Centre`, 'unit', 3 + demoNumber(key, 2)),
  ]),
  ...federationKeys.flatMap((key) => [
    seat('chair', `${key}Federation`, 'below'),
    seat('officer', `${key}Federation`, 'below'),
    seat('mediationClerk', `${key}Committee`, 'unit'),
    seat('mediator', `${key}Committee`, 'unit', 2),
  ]),
  ...outsideKeys.map((key) =>
    key === 'fengsu' || key === 'yunda' ? seat('platformRepresentative', key, 'unit') : seat('bureauOfficer', key, 'unit'),
  ),
  seat('platformWorker', 'fengsu', 'self', 6),
  seat('platformWorker', 'yunda', 'self', 5),
  ...firmKeys.flatMap(firmSeats),
]

function firmSeats(key: FirmKey): readonly Seat[] {
  const firm = demoFirms[key]
  return [
    seat('firmRepresentative', key, 'unit'),
    ...(firm.union ? [seat('unionChair', `${key}Union`, 'below')] : []),
    ...(hasCommittee(firm) ? [seat('mediator', `${key}Committee`, 'unit', 2)] : []),
    seat('employee', key, 'self', key === 'ruiding' ? 16 : key === 'qicheng' ? 13 : 2 + demoNumber(`employees ${key}`, 3)),
  ]
}

const homes = [
  '安徽阜阳',
  '河南周口',
  '江西上饶',
  '贵州毕节',
  '四川达州',
  '湖北黄冈',
  '湖南邵阳',
  '江苏盐城',
  '浙江衢州',
  '浙江萧山',
  '云南昭通',
  '山东菏泽',
]
const jobs: Readonly<Partial<Record<PostKind, readonly string[]>>> = {
  employee: ['操作工', '装配工', '叉车工', '质检员', '驾驶员', '仓管员', '包装工', '电工', '焊工', '保洁员', '服务员', '班组长'],
  platformWorker: ['骑手', '货车司机'],
}

/** Those beside the well-known, under keys that say where they work: `baiyangCentre mediator 2`. Seats the well-known hold are not filled twice. */
export function staffing(): readonly (readonly [key: string, person: DemoPersonSpec])[] {
  const name = nameSource(personKeys.map((key) => wellKnown[key].name))
  const held = new Map<string, number>()
  for (const key of personKeys)
    for (const [kind, at] of wellKnown[key].posts) held.set(`${at} ${kind}`, (held.get(`${at} ${kind}`) ?? 0) + 1)
  return seats().flatMap(({ kind, at, scope, count }) => {
    const free = Math.max(0, count - (held.get(`${at} ${kind}`) ?? 0))
    return Array.from({ length: free }, (_, n) => {
      const key = `${at} ${kind} ${n + 1}`
      const years = 1 + demoNumber(`years ${key}`, 7)
      return [key, { name: name(key), posts: [[kind, at, scope, years]], life: lifeOf(key, kind) }] as const
    })
  })
}

function lifeOf(key: string, kind: PostKind): string {
  const born = 1966 + demoNumber(`born ${key}`, 36)
  const home = homes[demoNumber(`home ${key}`, homes.length)]!
  const job = jobs[kind]
  return `${born} 年生，${home}人${job ? `，${job[demoNumber(`job ${key}`, job.length)]}` : ''}`
}
