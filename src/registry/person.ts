/** People: how their names and telephone numbers are entered. */
import { z } from 'zod'

/** A mobile number of the mainland, eleven digits. */
export const phoneShape = z.string().regex(/^1[3-9]\d{9}$/)
export const personNameShape = z.string().trim().min(2).max(40)
