/** What the registry has to say of the bodies and people a step names, before it is written. */
import type { Caller } from '#platform/caller.ts'
import { badInput } from '#platform/problem.ts'
import type { Organisation } from '#registry/organisation.ts'
import type { Mechanism } from '../mechanism.ts'
import { type Entry, factsOf, read, stepOf } from '../run.ts'
import type { LoadedCase } from '../store/load.server.ts'
import type { Engine } from './engine.server.ts'

/** A body that may not have this case is no owner for it, whoever asks. Incomplete input is judged where it is read. */
export function checkCompetence(m: Mechanism, log: readonly Entry[], owner: Organisation, path: string): void {
  const last = log.at(-1)!
  const input = read(m.procedure, stepOf(m.procedure, last.step), last.input)
  if ('faults' in input || !m.procedure.competent) return
  const known = factsOf(m.procedure, [...log.slice(0, -1), { ...last, input: input.value }])
  if (m.procedure.competent(known, { id: owner.id, kind: owner.kind, ...(owner.firm ? { firm: owner.firm } : {}) })) return
  throw badInput([{ path, says: { zh: `${owner.name}不能办理这件事`, en: `${owner.name} cannot have this case` } }])
}

/** Who is appointed must hold the post, at the owner or over it, and bear the name that goes with the person. */
export async function checkAppointment(engine: Engine, caller: Caller, m: Mechanism, file: LoadedCase, entry: Entry): Promise<void> {
  const { appoints } = stepOf(m.procedure, entry.step)
  const input = appoints && read(m.procedure, stepOf(m.procedure, entry.step), entry.input)
  if (!appoints || !input || 'faults' in input) return
  const holders = await engine.directory.peopleWithPosts(caller.district, file.owner.path, appoints.posts, entry.on)
  const strangers = appoints.people(input.value).filter((one) => !holders.some(({ id, name }) => id === one.personId && name === one.name))
  if (strangers.length === 0) return
  const names = strangers.map((one) => one.name).join('、')
  throw badInput([{ path: 'input', says: { zh: `${names}在本单位没有这个岗位`, en: `${names} holds no such post here` } }])
}
