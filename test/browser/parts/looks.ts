/** How a screen is looked at: its address, who looks, how one knows that it is there; and what must hold of it in every form. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Everything of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await settled(page)
  expect(await violationsOf(new AxeBuilder({ page }).withTags(rules)), `${what}, light`).toEqual([])
}

/** By night only the colours are others. */
export async function expectReadableByNight(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await settled(page)
  expect(await violationsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])), `${what}, dark`).toEqual([])
}

/** Colours change over a frame or two; measured before, a button is still as it was by day. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    // What stands still, or is drawn by scrolling, never ends; nothing of ours moves for three seconds.
    const ending = document
      .getAnimations()
      .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.race([Promise.allSettled(ending.map((one) => one.finished)), new Promise((late) => setTimeout(late, 3000))])
  })

async function violationsOf(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
}

/** Nothing to be pushed sideways, and nothing beyond the edge either, but what has a frame of its own to be pushed in. */
export async function expectNoSideways(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const framed = (one: Element): boolean => {
      for (let at = one.parentElement; at && at !== document.body; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return true
      return false
    }
    const outside = [...document.querySelectorAll('body *')]
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect()
        return width > 1 && right > clientWidth + 1 && left >= 0 && !framed(one)
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${Math.round(one.getBoundingClientRect().right)} > ${clientWidth}`)
    return scrollWidth > clientWidth ? [`scrolls: ${scrollWidth} > ${clientWidth}`, ...outside] : outside
  })
  expect(beyond.slice(0, 5), what).toEqual([])
}

export async function openIn(page: Page, language: 'zh' | 'en', path: string, there: (page: Page) => Locator): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('hexie.language', chosen), language)
  await page.goto(path)
  await expect(there(page).first()).toBeVisible()
}
