/** Three people of street federations who look after firms in the small demonstration. Pure. */
import { addDays, addYears, type Day } from '#kernel/day.ts'
import { demoId } from '#registry/demo/demo-id.ts'
import { demoHolders, demoPeople, organisationId, type StreetKey } from '#registry/demo.ts'

const people: readonly (readonly [at: StreetKey, person: { readonly id: string }])[] = [
  ['baiyang', demoPeople.zhouMin],
  ['xiasha', demoPeople.dongWei],
  ['hezhuang', demoHolders('hezhuang', 'viceChair')[0]!],
]

/** As rows of the team, for terms of three years begun the year before. */
export const instructorRows = (today: Day): readonly object[] =>
  people.map(([at, { id: person }]) => {
    const since = addDays(addYears(today, -1), -40)
    return {
      id: demoId(`instructor ${at}`),
      person,
      organisation: organisationId(at),
      trainedOn: addDays(since, -20),
      trainingHours: 40,
      loadLimit: 8,
      areas: ['工资'],
      since,
      until: addDays(addYears(since, 3), -1),
    }
  })
