/** 能级工资兑现, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { en } from './en.ts'
import { entitlementRows } from './kept.ts'
import { skillAward } from './procedure.ts'

const told = async () => ({ stories: await import('./demo/stories.ts'), breaks: await import('./demo/breaks.ts') })

export default mechanism({ procedure: skillAward, told, en, keeps: { entitlement: entitlementRows } })
