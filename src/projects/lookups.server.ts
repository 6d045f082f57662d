/** What the house itself knows when a step is taken, by procedure; a line for each mechanism that records anything. */
import type { Lookups } from '#engine/lookup.ts'
import { bargainingLookups } from './qiangshen/collective-bargaining/lookups.server.ts'

export const lookups: Lookups = { 'collective-bargaining': bargainingLookups }
