/** A day in what is sent or asked: one that exists, of the years a register can speak of, so that counting from it stays within the calendar. */
import { z } from 'zod'
import { isDay } from '#kernel/day.ts'

const first = '1900-01-01'
const last = '2199-12-31'
const says = { zh: '应是 1900 年到 2199 年之间的日期', en: 'Should be a day of the years 1900 to 2199' }

export const dayShape = z.iso.date().refine((text) => isDay(text) && first <= text && text <= last, { params: { says } })
