/** 区域性、行业性集体协商, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { en } from './en.ts'
import { contractRows, coverRows } from './facts/kept.ts'
import { regionalBargaining } from './procedure.ts'

const told = async () => ({ stories: await import('./demo/stories.ts'), breaks: await import('./demo/breaks.ts') })

export default mechanism({
  procedure: regionalBargaining,
  told,
  en,
  keeps: { contract: contractRows, contract_cover: coverRows },
})
