/** What the law demands of the delegates: how many, who leads, who may not sit, how the list becomes known. */
import { type At, type Rule, rule } from '#engine/define.ts'
import { type Text, text } from '#kernel/text.ts'
import { contractRules, contractZhejiang, wageHangzhou } from '#law/acts/bargaining.ts'
import { oneThirdOrLess } from '#law/count.ts'
import { Bargaining, type Facts, type Side } from '../data.ts'
import { byWageOrdinance, inZhejiang } from '../facts/law.ts'
import { chiefOf, chiefsOf, delegatesOf, firmOf, headsOf, listOf, onBothSides, openPlaces, sideName, sides } from '../facts/sides.ts'

/** A rule of the sides looks at those named so far, and is asked again of whoever is named later. */
const whole = (facts: unknown): Facts => facts as Facts
const named = (facts: Facts): readonly Side[] => sides.filter((side) => listOf(facts, side) !== undefined)

/** The same rule, asked once the form for this section is filled. */
export const after = (section: keyof typeof Bargaining & string, rules: readonly Rule[]): readonly Rule[] =>
  rules.map((one) => ({ ...one, reads: [...one.reads, section] }))

const join = (parts: readonly Text[]): Text | undefined =>
  parts.length === 0 ? undefined : text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '))

function miscounted(facts: Facts, at: At): readonly Text[] {
  const { offer } = facts
  return named(facts).flatMap((side) => {
    const have = delegatesOf(facts, side).length
    const [least, most] = headsOf(offer!, firmOf(facts), at)
    const { zh, en } = sideName[side]
    if (have < least)
      return [
        text(`${zh} ${have} 名，至少 ${least} 名，还差 ${least - have} 名`, `${en}: ${have}, at least ${least}; ${least - have} more`),
      ]
    if (most !== undefined && have > most)
      return [text(`${zh} ${have} 名，最多 ${most} 名，多 ${have - most} 名`, `${en}: ${have}, at most ${most}; ${have - most} too many`)]
    return []
  })
}

export const threeToNine = rule(Bargaining, {
  id: 'threeToNine',
  says: '工资协商每方代表三至九名，规模以上企业不少于五名',
  law: wageHangzhou.art(16),
  reads: ['offer'],
  holds: ({ offer, ...facts }, at) => !byWageOrdinance(offer.kind, at) || miscounted(whole({ offer, ...facts }), at).length === 0,
  missing: (facts, at) => join(miscounted(whole(facts), at)),
})

export const threeOrMore = rule(Bargaining, {
  id: 'threeOrMore',
  says: '每方代表不少于三人，规模以上企业不少于五人',
  law: contractZhejiang.art(10),
  reads: ['offer'],
  holds: ({ offer, ...facts }, at) => byWageOrdinance(offer.kind, at) || miscounted(whole({ offer, ...facts }), at).length === 0,
  missing: (facts, at) => join(miscounted(whole(facts), at)),
})

/** Outside Zhejiang the nation asks for equal numbers (规定 19). */
export const employersNoMore = rule(Bargaining, {
  id: 'employersNoMore',
  says: '企业方代表不多于职工方代表',
  law: contractZhejiang.art(10),
  reads: ['offer'],
  holds: (facts, at) => {
    const all = whole(facts)
    if (named(all).length < 2) return true
    const [workers, employer] = [delegatesOf(all, 'workers').length, delegatesOf(all, 'employer').length]
    return inZhejiang(at) ? employer <= workers : employer === workers
  },
  missing: (facts) => {
    const [workers, employer] = sides.map((side) => delegatesOf(whole(facts), side).length)
    return text(`企业方 ${employer} 名，职工方 ${workers} 名`, `Employer ${employer}, workers ${workers}`)
  },
})

export const nobodyOnBothSides = rule(Bargaining, {
  id: 'nobodyOnBothSides',
  says: '没有人兼任双方的代表',
  law: contractZhejiang.art(10),
  reads: ['offer'],
  holds: (facts) => onBothSides(whole(facts)).length === 0,
  missing: (facts) => {
    const names = onBothSides(whole(facts)).map(({ name }) => name)
    return text(`${names.join('、')} 在双方名单上`, `On both lists: ${names.join(', ')}`)
  },
})

export const oneChief = rule(Bargaining, {
  id: 'oneChief',
  says: '每方确定一名首席代表',
  law: contractZhejiang.art(10),
  reads: ['offer'],
  holds: (facts) => named(whole(facts)).every((side) => chiefsOf(whole(facts), side).length === 1),
  missing: (facts) =>
    join(
      named(whole(facts)).flatMap((side) => {
        const have = chiefsOf(whole(facts), side).length
        const { zh, en } = sideName[side]
        return have === 1 ? [] : [text(`${zh}首席代表 ${have} 名，应当 1 名`, `${en}: ${have} chiefs, must be 1`)]
      }),
    ),
})

export const chiefIsNoOutsider = rule(Bargaining, {
  id: 'chiefIsNoOutsider',
  says: '首席代表不由外聘人员担任',
  law: contractRules.art(23),
  reads: ['offer'],
  holds: (facts) => named(whole(facts)).every((side) => chiefsOf(whole(facts), side).every(({ outside }) => !outside)),
})

export const outsidersAThird = rule(Bargaining, {
  id: 'outsidersAThird',
  says: '外聘代表不超过本方代表的三分之一',
  law: contractZhejiang.art(10),
  reads: ['offer'],
  holds: (facts) =>
    named(whole(facts)).every((side) => {
      const all = delegatesOf(whole(facts), side)
      return oneThirdOrLess(all.filter(({ outside }) => outside).length, all.length)
    }),
  missing: (facts) =>
    join(
      named(whole(facts)).flatMap((side) => {
        const all = delegatesOf(whole(facts), side)
        const [outside, most] = [all.filter((one) => one.outside).length, Math.floor(all.length / 3)]
        const { zh, en } = sideName[side]
        return outside <= most
          ? []
          : [
              text(
                `${zh} ${all.length} 名，外聘 ${outside} 名，最多 ${most} 名`,
                `${en}: ${outside} from outside among ${all.length}; at most ${most}`,
              ),
            ]
      }),
    ),
})

/** Where nobody knows who heads the union, the job that was written says it; 规定 20 lets the head delegate in writing. */
export const unionHeadLeads = rule(Bargaining, {
  id: 'unionHeadLeads',
  says: '有工会的，职工方首席代表是工会负责人，或者由其书面委托',
  law: contractZhejiang.art(10),
  reads: ['workerSide'],
  holds: ({ workerSide, ...facts }) => {
    const all = whole({ workerSide, ...facts })
    const firm = firmOf(all)
    const chief = chiefOf(all, 'workers')
    if (!firm?.hasUnion || !chief || workerSide.delegation !== undefined) return true
    return firm.unionHead ? chief.name === firm.unionHead : /主席|负责人/.test(chief.job ?? '')
  },
  missing: ({ workerSide, ...facts }) => {
    const head = firmOf(whole({ workerSide, ...facts }))?.unionHead
    return text(
      `${head ? `工会负责人是${head}；` : ''}由别人任首席的，还差书面委托`,
      `${head ? `The head of the union is ${head}; ` : ''}for another chief a delegation in writing is missing`,
    )
  },
})

export const chosenByCongress = rule(Bargaining, {
  id: 'chosenByCongress',
  says: '职工方代表由职工代表大会选举产生；没有工会的，由职工民主推举',
  law: contractZhejiang.art(10),
  reads: ['workerSide'],
  holds: ({ workerSide, ...facts }, at) => {
    const by = workerSide.chosenBy
    if (!inZhejiang(at)) return by !== 'employer'
    return by === 'congress' || (by === 'staff' && !firmOf(whole({ workerSide, ...facts }))?.hasUnion)
  },
})

/** The workers' delegates are never the employer's choice, and the employer's are nobody else's. */
export const employerSends = rule(Bargaining, {
  id: 'employerSends',
  says: '企业方代表由法定代表人选派',
  law: contractZhejiang.art(10),
  reads: ['employerSide'],
  holds: ({ employerSide }) => employerSide.chosenBy === 'employer',
})

/** Where the register does not know the legal representative, nobody is doubted. */
export const headOfFirmLeads = rule(Bargaining, {
  id: 'headOfFirmLeads',
  says: '企业方首席代表是法定代表人或者主要负责人，或者由其书面委托',
  law: wageHangzhou.art(18),
  reads: ['employerSide'],
  holds: ({ employerSide, ...facts }) => {
    const all = whole({ employerSide, ...facts })
    const head = firmOf(all)?.legalRepresentative
    const chief = chiefOf(all, 'employer')
    if (!head || !chief || employerSide.delegation !== undefined) return true
    return chief.name === head || /主要负责人|(?<!副)(总经理|董事长|厂长)/.test(chief.job ?? '')
  },
  missing: ({ employerSide, ...facts }) => {
    const head = firmOf(whole({ employerSide, ...facts }))?.legalRepresentative ?? ''
    return text(
      `法定代表人是${head}；由别人任首席的，还差书面委托`,
      `The legal representative is ${head}; for another chief a delegation in writing is missing`,
    )
  },
})

export const listsArePosted = rule(Bargaining, {
  id: 'listsArePosted',
  says: '协商代表产生后、第一次会议以前已经公示',
  law: wageHangzhou.art(18),
  reads: ['offer', 'workerSide', 'employerSide', 'meetings'],
  holds: (facts, at) => !byWageOrdinance(facts.offer.kind, at) || unposted(whole(facts)).length === 0,
  missing: (facts) =>
    join(unposted(whole(facts)).map((side) => text(`还差${sideName[side].zh}名单的公示`, `Not posted: the ${sideName[side].en}' list`))),
})
const unposted = (facts: Facts): readonly Side[] =>
  sides.filter((side) => {
    const posted = listOf(facts, side)?.postedOn
    return posted === undefined || (facts.meetings[0] !== undefined && posted > facts.meetings[0].day)
  })

export const bothListsNamed = rule(Bargaining, {
  id: 'bothListsNamed',
  says: '双方都已经产生协商代表',
  law: contractZhejiang.art(16),
  reads: ['offer'],
  holds: (facts) => named(whole(facts)).length === 2,
  missing: (facts) =>
    join(
      sides
        .filter((side) => !listOf(whole(facts), side))
        .map((side) => text(`还差${sideName[side].zh}`, `Still missing: ${sideName[side].en}`)),
    ),
})

export const leaverSits = rule(Bargaining, {
  id: 'leaverSits',
  says: '离开的人是本方的协商代表',
  law: contractRules.art(31),
  reads: ['vacancies'],
  holds: ({ vacancies, ...facts }) => {
    const gone = vacancies.at(-1)
    const before = whole({ ...facts, vacancies: vacancies.slice(0, -1) })
    return gone !== undefined && delegatesOf(before, gone.side).some(({ name }) => name === gone.name)
  },
})

export const refillTakesAPlace = rule(Bargaining, {
  id: 'refillTakesAPlace',
  says: '接替的是本方空缺的代表',
  law: contractRules.art(31),
  reads: ['vacancies', 'refills'],
  holds: ({ vacancies, refills }) => {
    const next = refills.at(-1)
    const open = openPlaces({ vacancies, refills: refills.slice(0, -1) })
    return open.some(({ side, name }) => side === next?.side && name === next.replaces)
  },
})

export const refillIsNotified = rule(Bargaining, {
  id: 'refillIsNotified',
  says: '更换代表以书面形式向对方通报',
  law: contractZhejiang.art(13),
  reads: ['refills'],
  holds: ({ refills }) => refills.at(-1)?.noticeOn !== undefined,
})

/** Asked whenever somebody is named. */
export const composition: readonly Rule[] = [employersNoMore, nobodyOnBothSides, oneChief, chiefIsNoOutsider, outsidersAThird]
export const numbers: readonly Rule[] = [threeToNine, threeOrMore]
