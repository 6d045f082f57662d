/** Which path a trouble takes, said in one breath under the first question. */
import { type Text, text } from '#kernel/text.ts'
import type { Trouble } from './draft.ts'

const mediation = text('这类事走调解，不收费，15 天到期。', 'This goes to mediation: free, and it ends within 15 days.')

const own: Partial<Readonly<Record<Trouble, Text>>> = {
  injury: text(
    '先认工伤：公司 30 天内报；公司不报，您自己一年内报。医药费谈不拢，走调解，不收费，15 天到期。',
    'First have the injury recognised: the firm reports within 30 days, you yourself within a year. Medical costs then go to mediation: free, 15 days.',
  ),
  insurance: text(
    '没交社保，也可以向人社局、税务投诉。要公司赔损失，走调解，不收费，15 天到期。',
    'You may also complain to the labour bureau or the tax office. Damages go to mediation: free, 15 days.',
  ),
  platform: text(
    '没有劳动合同也能办。这类事走调解，不收费，15 天到期。',
    'No labour contract is needed. This goes to mediation: free, 15 days.',
  ),
}

export const pathOf = (what: Trouble): Text => own[what] ?? mediation
