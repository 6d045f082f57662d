/** 区域性、行业性集体协商, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { contractRows, coverRows } from './facts/kept.ts'
import { regionalBargaining } from './procedure.ts'

export default mechanism({
  procedure: regionalBargaining,
  stories,
  breaks,
  en,
  keeps: { contract: contractRows, contract_cover: coverRows },
})
