/** A firm's roster of 1,200 with seventeen faults: put in, mended on the screen and in the returned workbook, put in again, written, and taken back. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { openWorkbook } from '#platform/workbook/open-workbook.server.ts'
import { type House, openHouse } from './parts/house.ts'
import { expectAccessible, expectNoSideways, expectReadableByNight } from './parts/looks.ts'
import { desk, phone, signIn, someone, type Someone } from './parts/people.ts'
import { picture } from './parts/pictures.ts'
import { cellOf, faults, faultyRoster, firm, idOf, oddSex, phoneOf, rowOf, size, zhangSan } from './parts/roster.ts'
import { withCells } from './parts/spreadsheet.ts'

const day = '2026-11-23'
const patient = { timeout: 60_000 }

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let house: House
let officer: Someone
let page: Page
let folder: string
let roster: Buffer
/** As it comes back with the faults written beside the rows. */
let returned: Buffer
/** With every fault mended. */
let mended: Buffer
const complaints = (): readonly string[] => officer.complaints

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  house = await openHouse(day)
  folder = await mkdtemp(join(tmpdir(), 'hexie-roster-'))
  roster = await faultyRoster()
  officer = await someone(browser, house.url, day, desk)
  page = officer.page
  await page.goto('/sign-in')
  await signIn(page, 'street')
})

test.afterAll(async () => {
  await officer?.context.close()
  await house?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const main = () => page.getByRole('main')
const grid = () => page.getByRole('grid')
const cell = (row: number, field: string): Locator => page.locator(`[data-cell="${row}:${field}"]`)
/** What is said beneath a row. */
const said = (row: number): Locator => page.locator(`tr[data-row="${row}"] + tr.why`)
const wrongTab = (wrong: number) => page.getByRole('button', { name: new RegExp(`^有错 ${wrong}，`) })
const tally = (mark: string): Locator => page.locator(`.tally .${mark} b`)

async function putIn(file: Buffer, name: string): Promise<void> {
  await page.locator('.drop input[type="file"]').setInputFiles({ name, mimeType: '', buffer: file })
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/, patient)
}

async function typeInto(row: number, field: string, text: string): Promise<void> {
  await cell(row, field).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(cell(row, field)).toBeFocused()
}

/** At both sizes, in both languages, by day and by night: readable, and kept as pictures. */
async function looks(name: string): Promise<void> {
  for (const [size, { viewport }] of Object.entries({ desk, phone })) {
    await page.setViewportSize(viewport)
    await expectNoSideways(page, `${name}, ${size}`)
    await expectAccessible(page, `${name}, ${size}`)
    await picture(page, `${name}-${size}-zh`)
    await expectReadableByNight(page, `${name}, ${size}`)
    await picture(page, `${name}-${size}-zh-dark`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(desk.viewport)
}

test('before the first import the page says what a sheet may hold and that nothing is written unasked', async () => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click()
  await expect(page.getByRole('heading', { name: '还没有导入过' })).toBeVisible()
  await expect(main()).toContainText('您确认以后才写入')
  await expect(page.getByLabel('给哪里导')).toHaveValue(/.+/)
  await expect(main().getByText('身份证号', { exact: true })).toBeVisible()
  const template = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载空表' }).click()
  const blank = join(folder, 'blank.xlsx')
  await (await template).saveAs(blank)
  const [head] = await rowsOf(blank)
  expect(head?.map((text) => text.replace('*', ''))).toEqual(expect.arrayContaining(['姓名', '身份证号', '手机号', '所在单位', '入会日期']))
  await looks('imports')
})

test('a file that is no table is told apart, in words that say what to do', async () => {
  await putIn(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1'), '花名册.xlsx')
  await expect(page.getByRole('heading', { name: '这份表没能读进来' })).toBeVisible(patient)
  await expect(page.locator('.said')).toContainText(/xlsx|Excel|表格/)
  await expect(main()).toContainText('什么都没有写入')
  await page.getByRole('link', { name: '再放一份表' }).click()
})

test('1,200 rows under merged headings are read; the seventeen faults stand in their cells, in words', async () => {
  await putIn(roster, '新柯电子花名册.xlsx')
  await expect(page.getByRole('button', { name: `确认写入 ${(size - faults.length).toLocaleString('en-GB')} 行` })).toBeVisible(patient)
  await expect(tally('new')).toHaveText('1,183')
  await expect(tally('wrong')).toHaveText('17')
  await expect(wrongTab(17)).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('.map')).toContainText('身份证号')
  const told: Readonly<Record<number, string>> = {
    37: '身份证号末位对不上',
    102: '身份证号少了 1 位',
    115: '身份证号被表格软件改掉了末几位',
    160: '出生日期不存在',
    201: '手机号少了一位',
    305: `与第 ${rowOf(120)} 行是同一人`,
    540: '找不到这个单位',
    700: '入会日期在将来',
    768: '入会日期看不懂',
    900: '没有姓名',
    1003: '技能等级看不懂',
    1100: '分不清哪个是月、哪个是日',
  }
  for (const [person, words] of Object.entries(told)) await expect(said(rowOf(Number(person)))).toContainText(words)
  await expect(cell(rowOf(37), 'idNumber')).toHaveText(/^33\*{14}\d\d$/)
  await expect(cell(rowOf(37), 'idNumber')).toHaveAttribute('aria-invalid', 'true')
  await looks('import')
})

test('seven are mended on the screen: typed, or with one click; the row is checked at once', async () => {
  await typeInto(rowOf(zhangSan), 'idNumber', idOf(zhangSan))
  await expect(said(rowOf(zhangSan))).toContainText('已改好')
  await expect(wrongTab(16)).toBeVisible()

  await said(rowOf(540)).getByRole('button', { name: '就是它，改 3 行' }).click()
  await expect(wrongTab(13)).toBeVisible()
  await said(rowOf(700)).getByRole('button', { name: '改为 2026-06-18' }).click()
  await expect(wrongTab(12)).toBeVisible()
  await said(rowOf(201)).getByRole('button', { name: '留空写入' }).press('Enter')
  await expect(cell(rowOf(201), 'phone')).toBeFocused()
  await expect(wrongTab(11)).toBeVisible()
  await typeInto(rowOf(900), 'name', faults.find(({ person }) => person === 900)!.right)
  await expect(wrongTab(10)).toBeVisible()

  await said(rowOf(700)).getByRole('button', { name: '改回去' }).click()
  await expect(wrongTab(11)).toBeVisible()
  await expect(said(rowOf(700))).toContainText('入会日期在将来')
  await said(rowOf(700)).getByRole('button', { name: '改为 2026-06-18' }).click()
  await expect(wrongTab(10)).toBeVisible()

  await said(rowOf(305)).getByRole('button', { name: '并排看两行' }).click()
  await expect(page.getByRole('dialog', { name: '同一个人，两行' })).toContainText(`第 ${rowOf(120)} 行`)
  await page.keyboard.press('Escape')
})

test('the keyboard walks the cells, goes from fault to fault, and what is mended lives through a reload', async () => {
  await cell(rowOf(37), 'idNumber').focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(rowOf(37), 'sex')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cell(rowOf(37), 'phone')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: `第 ${rowOf(37)} 行 手机号` })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell(rowOf(37), 'phone')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(cell(rowOf(oddSex), 'sex')).toBeFocused()
  await picture(page, 'import-mended-desk-zh')

  await page.getByRole('button', { name: '同类的一起改' }).click()
  const alike = page.getByRole('dialog', { name: '同类的一起改' })
  await expect(alike.getByRole('listitem').filter({ hasText: '表里重复的人' })).toContainText('2 行')
  await alike.getByRole('listitem').filter({ hasText: '性别与身份证号不符' }).getByRole('button', { name: '都照写' }).click()
  await expect(alike.getByRole('listitem').filter({ hasText: '性别与身份证号不符' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '有错 10，请看一眼 0' })).toBeVisible()

  await page.getByRole('button', { name: '看一看' }).click()
  await expect(page.getByRole('dialog', { name: '表里没有的' })).toContainText(/\d 条|在册的人表里都有/)
  await page.keyboard.press('Escape')

  await page.reload()
  await expect(wrongTab(10)).toBeVisible()
  await expect(main()).toContainText('7 行是您改好的')
})

test('the workbook comes back as it was, with what is wrong written beside the rows', async () => {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载标好错的原表' }).click()
  const path = join(folder, 'returned.xlsx')
  await (await download).saveAs(path)
  returned = await readFile(path)
  const rows = await rowsOf(path)
  expect(rows[rowOf(37) - 1]!.at(-1)).toContain('身份证号末位对不上')
  expect(rows[rowOf(37) - 1]![3]).toMatch(/^\d{17}[\dX]$/)
  expect(rows[rowOf(1) - 1]!.join()).not.toMatch(/身份证号末位|手机号少/)
  const noted = rows.slice(rowOf(1) - 1, rowOf(size)).filter((row) => row.length > 11)
  expect(noted.length).toBeGreaterThanOrEqual(faults.length)
})

test('what is right is written after the counts were shown, and can be undone for thirty days', async () => {
  await page.getByRole('button', { name: '确认写入 1,190 行' }).click()
  const question = page.getByRole('dialog', { name: '确认写入' })
  await expect(question.getByRole('row', { name: /新增/ })).toContainText('1,190')
  await expect(question.getByRole('row', { name: /有错，不写入/ })).toContainText('10')
  await picture(page, 'import-confirm-desk-zh')
  await question.getByRole('button', { name: '写入 1,190 行' }).click()
  await expect(page.getByRole('heading', { name: /^已经写入/ })).toBeVisible(patient)
  await expect(main()).toContainText('12-23 前可以整批撤销')
  await looks('import-written')
})

test('`zs` in the top bar finds 张三', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('zs')
  const found = page.getByRole('option', { name: new RegExp(`张三.*${firm}`) })
  await expect(found.first()).toBeVisible()
  await picture(page, 'import-found-desk-zh')
  await found.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张三')
  await expect(main()).toContainText(firm)
})

test('the mended workbook goes in while the officer does something else; only what is new is new', async () => {
  mended = await withCells(returned, Object.fromEntries(faults.map((fault) => [cellOf(fault), fault.right])))
  await writeFile(join(folder, 'mended.xlsx'), mended)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click()
  // As on a slow line: the officer has left before the page knows anything.
  const asked = /\/api\/imports\/[0-9a-f-]{36}$/
  let goOn = () => {}
  const left = new Promise<void>((resolve) => (goOn = resolve))
  await page.route(asked, async (route) => {
    await left
    await route.continue().catch(() => undefined)
  })
  await putIn(mended, '新柯电子花名册（改好）.xlsx')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '今日' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('11月23日')
  goOn()
  await page.unroute(asked)
  const word = page.locator('.told')
  await expect(word).toContainText('新柯电子花名册（改好）.xlsx”查完了，没有错', patient)
  await picture(page, 'import-told-desk-zh')
  await word.getByRole('link', { name: '去看' }).click()
  await expect(tally('new')).toHaveText('10')
  await expect(tally('changed')).toHaveText('1')
  await expect(tally('same')).toHaveText('1,189')
  await expect(tally('wrong')).toHaveText('0')
  await page.getByRole('button', { name: /^将更新 1$/ }).click()
  await expect(cell(rowOf(201), 'phone')).toContainText(`${phoneOf(201).slice(0, 3)}`)
  await page.getByRole('button', { name: '确认写入 11 行' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写入 11 行' }).click()
  await expect(page.getByRole('heading', { name: /^已经写入/ })).toBeVisible(patient)
})

test('the same file once more changes nothing, and says so', async () => {
  await page.getByRole('link', { name: '再放一份表' }).click()
  await putIn(mended, '新柯电子花名册（改好）.xlsx')
  await expect(page.getByRole('button', { name: '没有要写入的' })).toBeDisabled(patient)
  await expect(tally('same')).toHaveText('1,200')
  await expect(tally('new')).toHaveText('0')
  await grid().locator('tr[data-row]').first().waitFor()
  await page.locator('.pane').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight))
  await expect(page.locator('tr[data-row]').first()).not.toHaveAttribute('data-row', String(rowOf(1)))
  await page.getByRole('button', { name: '不导了，作废这一次' }).click()
  await expect(page.getByRole('heading', { name: '已作废' })).toBeVisible()
})

test('a whole import is taken back with a reason: the ten are gone, the eleventh is as before', async () => {
  await page.getByRole('link', { name: '再放一份表' }).click()
  await expect(page.getByRole('row', { name: /已作废/ })).toBeVisible()
  await looks('imports-earlier')
  await page
    .getByRole('row', { name: /已写入.*新增 10/ })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: '撤销整批' }).first().click()
  const question = page.getByRole('dialog', { name: '撤销整批导入' })
  const send = question.getByRole('button', { name: '撤销整批' })
  await expect(send).toBeDisabled()
  await question.getByLabel('为什么撤销').fill('报错了月份，下周重报')
  await send.click()
  await expect(page.getByRole('heading', { name: /^已经撤销/ })).toBeVisible(patient)
  await expect(main()).toContainText('11 条恢复到写入以前')
  await page.goto('/desk/imports')
  await putIn(mended, '新柯电子花名册（改好）.xlsx')
  await expect(page.getByRole('button', { name: '确认写入 11 行' })).toBeVisible(patient)
  expect(complaints()).toEqual([])
})

test('in English, at the desk and on a phone', async () => {
  await page.evaluate(() => localStorage.setItem('hexie.language', 'en'))
  await page.reload()
  await expect(page.getByRole('button', { name: 'Write 11 rows' })).toBeVisible()
  for (const [size, { viewport }] of Object.entries({ desk, phone })) {
    await page.setViewportSize(viewport)
    await expectNoSideways(page, `import, ${size}, en`)
    await expectAccessible(page, `import, ${size}, en`)
    await picture(page, `import-${size}-en`)
  }
  expect(complaints()).toEqual([])
})

/** The texts of the first sheet, a line for every row of it. */
async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const book = await openWorkbook(path)
  const lines: (readonly string[])[] = []
  try {
    for await (const batch of book.rows())
      for (const { number, cells } of batch) {
        while (lines.length < number - 1) lines.push([])
        lines.push(cells.map((one) => one?.text ?? ''))
      }
  } finally {
    book.close()
  }
  return lines
}
