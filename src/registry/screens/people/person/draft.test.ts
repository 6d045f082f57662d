/** What of a corrected record is sent. */
import { expect, test } from 'vitest'
import { draftOf, movedMeanwhile, partsChanged } from './draft.ts'

const before = draftOf({ name: '张三', sex: 'male', skill: 3 })

test('only what was changed is sent, numbers as numbers, what was emptied as null', () => {
  expect(partsChanged(before, before)).toEqual({})
  expect(partsChanged(before, { ...before, name: ' 张三 ', phone: '13800005678', skill: '4', sex: '' })).toEqual({
    phone: '13800005678',
    skill: 4,
    sex: null,
  })
})

test('what others changed is named; a number behind its mask never is', () => {
  const now = draftOf({ name: '张三', sex: 'male', skill: 4, education: 5 })
  expect(movedMeanwhile(before, now)).toEqual(['skill', 'education'])
})
