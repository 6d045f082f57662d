/** Names of firms, however they are written. */
import { expect, test } from 'vitest'
import { firmBook, type KnownFirm } from './firm-book.ts'
import { normalFirmName, saysNoFirm } from './firm-name.ts'

const firm = (name: string, pinyin = ''): KnownFirm => ({ id: name, name, kind: 'firm', unit: null, union: null, unionUnit: null, pinyin })
const book = firmBook([
  firm('杭州顺捷货运有限公司', 'hangzhoushunjiehuoyunyouxiangongsi'),
  firm('杭州瑞鼎金属制品有限公司', 'hangzhouruidingjinshuzhipinyouxiangongsi'),
  firm('杭州瑞鼎金属科技有限公司', 'hangzhouruidingjinshukejiyouxiangongsi'),
  firm('浙江云栈供应链有限公司', 'zhejiangyunzhangongyinglianyouxiangongsi'),
  firm('杭州甲乙（集团）有限公司', 'hangzhoujiayijituanyouxiangongsi'),
  firm('杭州甲乙股份有限公司', 'hangzhoujiayigufenyouxiangongsi'),
])
const sounds: Readonly<Record<string, string>> = { 顺杰货运: 'shunjiehuoyun' }
const find = (written: string) => book.find(written, (name) => sounds[name] ?? '')

test('exactly, or in another spelling', () => {
  expect(find('杭州顺捷货运有限公司')).toMatchObject({ firm: { name: '杭州顺捷货运有限公司' } })
  expect(find(' 杭州顺捷货运 有限责任公司')).toMatchObject({ firm: { name: '杭州顺捷货运有限公司' } })
  expect(find('（杭州）瑞鼎金属制品有限公司')).toMatchObject({ firm: { name: '杭州瑞鼎金属制品有限公司' } })
  expect(normalFirmName('杭州（甲乙）集团有限公司')).toBe('杭州甲乙')
})

test('what two are called is not decided by us', () => {
  expect(find('杭州甲乙')).toMatchObject({ several: [{ name: '杭州甲乙（集团）有限公司' }, { name: '杭州甲乙股份有限公司' }] })
  expect(find('杭州甲乙股份有限公司')).toMatchObject({ firm: { name: '杭州甲乙股份有限公司' } })
})

test('the nearest is suggested, by sound or by what it shares; nothing where nothing is near', () => {
  expect(find('顺杰货运')).toEqual({ nearest: expect.objectContaining({ name: '杭州顺捷货运有限公司' }) })
  expect(find('云栈供应链公司')).toEqual({ nearest: expect.objectContaining({ name: '浙江云栈供应链有限公司' }) })
  expect(find('天边外有限公司')).toEqual({})
})

test('pieces that everybody has are not followed: thirty thousand firms, three thousand unknown names, still at once', () => {
  const many = firmBook(
    Array.from({ length: 30_000 }, (_, n) =>
      firm(`杭州${String.fromCharCode(0x4e00 + (n % 3_000), 0x5e00 + Math.floor(n / 3_000))}货运物流有限公司`),
    ),
  )
  let compared = 0
  for (let n = 0; n < 4_000; n++) if ('nearest' in many.find(`无名${n}货运物流有限公司`, () => '')) compared++
  expect(compared).toBe(0)
})

test('to have none is said in many ways', () => {
  for (const none of ['无', '无单位，自有车', '自由职业', ' 无 单 位 ', '个体', '/']) expect([none, saysNoFirm(none)]).toEqual([none, true])
  expect(saysNoFirm('无锡某某公司')).toBe(false)
})
