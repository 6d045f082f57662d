/** 三级调解, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { disputeMediation } from './procedure.ts'

export default mechanism({ procedure: disputeMediation, stories, breaks, en })
