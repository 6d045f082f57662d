/** The day on which the parties of a mediation agreed to pay. */
import { text } from '#kernel/text.ts'
import { mediationLaw } from '#law/acts/dispute.ts'
import { agreedDay as agreed } from '#law/agreed-day.ts'

export const agreedDay = agreed(
  'MED.AGREED',
  text('协议约定的日期', 'The day agreed'),
  text('履行调解协议', 'Keep the agreement'),
  mediationLaw.art(15),
)
