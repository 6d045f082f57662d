/** 能级工资兑现, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { entitlementRows } from './kept.ts'
import { skillAward } from './procedure.ts'

export default mechanism({ procedure: skillAward, stories, breaks, en, keeps: { entitlement: entitlementRows } })
