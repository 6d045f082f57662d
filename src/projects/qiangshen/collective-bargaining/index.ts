/** 集体协商, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { massOffer } from './campaign.ts'
import { contractRowsOf, coverRowsOf } from './contract.ts'
import * as breaks from './demo/breaks.ts'
import * as stories from './demo/stories.ts'
import { en } from './en.ts'
import { collectiveBargaining } from './procedure.ts'

export default mechanism({
  procedure: collectiveBargaining,
  stories,
  breaks,
  en,
  campaign: massOffer,
  keeps: { contract: contractRowsOf, contract_cover: coverRowsOf },
})
