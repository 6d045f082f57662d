/** What a transaction may see, as the row-level security of the database understands it. */
import type { Id } from '#kernel/id.ts'

export interface RowScope {
  readonly district: Id
  /** Everything of the district: posts at the district itself with `below`, and the house's own clockwork. */
  readonly all: boolean
  /** Street, industry and park federations seen with all below them. */
  readonly trees: readonly Id[]
  /** Single organisations whose own cases are seen. */
  readonly units: readonly Id[]
  /** `p:<person>` and `o:<organisation>` as which cases are read by party, assignment or sharing. */
  readonly readers: readonly string[]
}

/** The house itself, at work in one district. */
export const houseScope = (district: Id): RowScope => ({ district, all: true, trees: [], units: [], readers: [] })
