/** A day with its year, as memberships are counted: 2019年7月1日 / 1 July 2019. */
import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/text.ts'

export const daySaid = (day: Day | string, language: Language): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
