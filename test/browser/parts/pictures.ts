/** The pictures of a run, kept as build output. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export const pictures = join(import.meta.dirname, '../../../test-results/pictures')

export const picture = (page: Page, name: string, fullPage = false) =>
  page.screenshot({ path: join(pictures, `${name}.png`), fullPage, animations: 'disabled', caret: 'hide' })
