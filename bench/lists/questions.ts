/** What is asked of the lists: nothing in particular, filters, names by pinyin and initials, exact numbers, far down. Pure. */
import { organisationId } from '#registry/demo.ts'

export interface Question {
  readonly name: string
  readonly path: string
}

const people = (name: string, query: string): Question => ({ name, path: `/api/persons?limit=50${query && `&${query}`}` })
const bodies = (name: string, query: string): Question => ({ name, path: `/api/organisations?limit=50${query && `&${query}`}` })

/** `known` is somebody who is there, in a street that every scope but the union's sees. */
export const questions = (known: { readonly idNumber: string; readonly phone: string }, deep: string): readonly Question[] => [
  people('no filter', ''),
  people('unit', `unit=${organisationId('baiyang')}`),
  people('unit, skill', `unit=${organisationId('baiyang')}&skill=4`),
  people('skill', 'skill=5'),
  people('active, not a member', 'standing=active&member=no'),
  people('sector', 'sector=electronics'),
  people('firm', `firm=${organisationId('ruiding')}`),
  people('education', 'education=6'),
  people('zs', 'q=zs'),
  people('zhangwei', 'q=zhangwei'),
  people('张', `q=${encodeURIComponent('张')}`),
  people('张伟', `q=${encodeURIComponent('张伟')}`),
  people('nobody of that name', 'q=xqzzz'),
  people('exact ID number', `q=${known.idNumber}`),
  people('exact phone', `q=${known.phone}`),
  people('far down', `after=${encodeURIComponent(deep)}`),
  bodies('organisations', ''),
  bodies('firms of a unit', `kind=firm&unit=${organisationId('baiyang')}`),
  bodies('firms by initials', 'kind=firm&q=hz'),
  bodies('firms by name', `kind=firm&q=${encodeURIComponent('精密')}`),
  bodies('规上 firms', 'kind=firm&designated=yes'),
  bodies('规上 firms on a past day', 'kind=firm&designated=yes&on=2022-12-01'),
]
