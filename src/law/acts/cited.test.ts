import { expect, test } from 'vitest'
import { contractZhejiang, wageHangzhou } from './bargaining.ts'
import { cited, citedAll } from './cited.ts'

test('an article is written in words', () => {
  expect(cited(contractZhejiang.art(34))).toBe('《浙江省集体合同条例》第三十四条')
  expect(cited({ ...contractZhejiang.art(34), article: '7-8' })).toBe('《浙江省集体合同条例》第七-八条')
})

test('each act is named once', () => {
  expect(citedAll([contractZhejiang.art(7), wageHangzhou.art(24), contractZhejiang.art(16)])).toBe(
    '《浙江省集体合同条例》第七条、第十六条和《杭州市企业工资集体协商条例》第二十四条',
  )
})
