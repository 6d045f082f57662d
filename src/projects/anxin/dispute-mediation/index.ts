/** 三级调解, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { disputeMediation } from './procedure.ts'

const { heroScript: _hero, collectiveScript: _collective, extendedScript: _extended, ...told } = stories
const { attempt: _attempt, ...broken } = breaks

export default mechanism({ procedure: disputeMediation, stories: told, breaks: broken, en })
