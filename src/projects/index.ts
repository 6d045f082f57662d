/** Every mechanism of the house. To add one: its folder, and one line here. */
import type { Mechanism } from '#engine'
import disputeMediation from './anxin/dispute-mediation/index.ts'

export const mechanisms: readonly Mechanism[] = [disputeMediation]
