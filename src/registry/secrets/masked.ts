/** What of a sensitive field is shown at the edge of the record, before anybody gave a reason. */
import { type Text, text } from '#kernel/text.ts'
import { maskedIdNumber } from '../id-number.ts'
import { maskedBankCard } from './bank-card.ts'
import type { SensitiveField } from './cipher.server.ts'
import { maskedPhone } from './phone-number.ts'

const recorded = text('有', 'recorded')

/** Of an illness only that one is recorded, whatever it is. */
export function masked(field: SensitiveField, value: string): Text {
  if (field === 'illness') return recorded
  const shown = { idNumber: maskedIdNumber, phone: maskedPhone, bankCard: maskedBankCard }[field](value)
  return text(shown, shown)
}
