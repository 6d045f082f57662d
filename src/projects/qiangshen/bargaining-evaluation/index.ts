/** 质效评估, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { en } from './en.ts'
import { keeps } from './keeps.ts'
import { bargainingEvaluation } from './procedure.ts'

const told = async () => ({ stories: await import('./demo/stories.ts'), breaks: await import('./demo/breaks.ts') })

export default mechanism({ procedure: bargainingEvaluation, told, en, keeps })
