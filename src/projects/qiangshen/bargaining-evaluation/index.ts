/** 质效评估, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { keeps } from './keeps.ts'
import { bargainingEvaluation } from './procedure.ts'

export default mechanism({ procedure: bargainingEvaluation, stories, breaks, en, keeps })
