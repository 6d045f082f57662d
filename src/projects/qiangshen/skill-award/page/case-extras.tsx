/** What skill awards add to the derived case page: forms that begin with what the contract gives. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import type { Facts } from '../data.ts'
import { firstMonth, monthlyFen, onceFen, type Terms } from '../owed.ts'

export const skillAwardExtras: CaseExtras = {
  ownerKind: 'union',
  prefill: (step, file) => {
    const { verification, successions = [], event } = file.facts as Partial<Facts>
    if (step === 'correct') return event && { ...event }
    if (step !== 'confirmPayment') return undefined
    const terms: Terms = { verification, successions }
    const [month, monthly, once] = [firstMonth(terms), monthlyFen(terms), onceFen(terms)]
    return {
      ...(monthly > 0 ? { monthlyFen: monthly } : {}),
      ...(month ? { fromMonth: month } : {}),
      ...(once > 0 ? { onceFen: once } : {}),
    }
  },
}
