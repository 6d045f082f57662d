/** 职工代表大会, as the rest of the house sees it. */
import { mechanism } from '#engine/mechanism.ts'
import { en } from './en.ts'
import { workersCongress } from './procedure.ts'
import { votersOf } from './votes.ts'

const told = async () => ({ stories: await import('./demo/stories.ts'), breaks: await import('./demo/breaks.ts') })

export default mechanism({
  procedure: workersCongress,
  told,
  en,
  keeps: {
    // Who may vote on a phone, so that each finds their ballots by one index.
    congress_elector: ({ known }) =>
      [...new Map(votersOf(known).map((one) => [one.personId, one.name]))].map(([person_id, name]) => ({ person_id, name })),
  },
})
