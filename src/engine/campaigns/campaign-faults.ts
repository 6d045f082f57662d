/** What is wrong with a declared campaign: names of its procedure that are not there. Pure; conformance asks it of every mechanism. */
import type { Mechanism } from '../mechanism.ts'
import type { Campaign } from './campaign.ts'
import { kindWire } from './kinds.ts'

export function campaignFaults(m: Mechanism): readonly string[] {
  const { campaign: c, procedure: p } = m
  if (!c) return []
  const step = p.steps[c.step]
  const states = new Set(c.phases.flatMap((phase) => phase.states))
  const reminded = c.phases.find((phase) => phase.id === c.remind?.phase)
  const { fields } = kindWire(m as Mechanism & { readonly campaign: Campaign })
  return [
    ...(step?.from === undefined && step?.fills ? [] : [`the campaign opens with ${c.step}, which opens no case`]),
    ...c.reads.filter((section) => !(section in p.facts)).map((section) => `the campaign reads ${section}, which is no section`),
    ...[...states].filter((state) => !(state in p.states)).map((state) => `the campaign sorts by ${state}, which is no state`),
    ...Object.keys(p.states)
      .filter((state) => !c.phases.some((phase) => phase.overdue === undefined && phase.states.includes(state)))
      .map((state) => `the campaign has no phase for ${state}`),
    ...c.phases.flatMap((phase) =>
      (phase.overdue ?? []).filter((clock) => !(clock in p.deadlines)).map((clock) => `the campaign waits for ${clock}, which is no clock`),
    ),
    ...(c.remind && !reminded?.overdue ? [`the campaign reminds in ${c.remind.phase}, which waits for no clock`] : []),
    ...Object.entries(fields).flatMap(([name, { zh, en }]) => (zh === en ? [`the campaign's field ${name} has no English`] : [])),
  ]
}
