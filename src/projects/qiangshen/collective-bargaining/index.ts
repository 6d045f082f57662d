/** 集体协商, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { massOffer } from './campaign.ts'
import { contractRowsOf, coverRowsOf } from './contract.ts'
import { en } from './en.ts'
import { collectiveBargaining } from './procedure.ts'

const told = async () => ({ stories: await import('./demo/stories.ts'), breaks: await import('./demo/breaks.ts') })

export default mechanism({
  procedure: collectiveBargaining,
  told,
  en,
  campaign: massOffer,
  keeps: { contract: contractRowsOf, contract_cover: coverRowsOf },
})
