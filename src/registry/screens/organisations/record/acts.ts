/** Which acts an organisation knows, and why one of them cannot be done now. */

export type ActName = 'approve' | 'fact' | 'term' | 'extend' | 'cover' | 'union' | 'below' | 'move' | 'end'
export type Why = 'onlyUpper' | 'onlyThose' | 'proposed' | 'ended'

export interface ActState {
  readonly act: ActName
  /** Absent when it may be done. */
  readonly why?: Why
  /** Of the Trade Union Law, where it is the law that stands in the way. */
  readonly article?: 12 | 13
}

interface Body {
  readonly kind: string
  readonly standing: 'proposed' | 'standing' | 'ended'
  readonly unions: readonly { readonly standing: string }[]
  readonly term?: object | undefined
  readonly may: Readonly<Record<'change' | 'approve' | 'term' | 'move' | 'end', boolean>>
}

const unions = ['union', 'jointUnion', 'industry', 'park', 'regional']
const parents = ['district', 'street', 'industry', 'park', 'regional', 'union', 'jointUnion']
const movable = ['firm', 'union', 'jointUnion', 'committee']

/** In the order in which they are offered. Reading is for everybody; the acts are for those who govern it or are above it. */
export function actsOf({ kind, standing, unions: its, term, may }: Body): readonly ActState[] {
  if (Object.values(may).every((one) => !one)) return []
  if (standing === 'ended') return [{ act: 'fact', why: 'ended' }]
  const proposed = standing === 'proposed'
  const union = unions.includes(kind)
  const waits = { why: 'proposed', article: 12 } as const
  const acts: (ActState | undefined)[] = [
    proposed && union ? { act: 'approve', ...(may.approve ? {} : ({ why: 'onlyUpper', article: 12 } as const)) } : undefined,
    kind === 'firm' && its.every((one) => one.standing === 'ended')
      ? { act: 'union', ...(may.move ? {} : ({ why: 'onlyUpper' } as const)) }
      : undefined,
    { act: 'fact', ...(may.change ? {} : ({ why: 'onlyThose' } as const)) },
    union ? { act: 'term', ...(proposed ? waits : may.term ? {} : ({ why: 'onlyUpper' } as const)) } : undefined,
    union && term && !proposed ? { act: 'extend', ...(may.term ? {} : ({ why: 'onlyUpper' } as const)) } : undefined,
    kind === 'jointUnion' ? { act: 'cover', ...(proposed ? waits : may.change ? {} : ({ why: 'onlyThose' } as const)) } : undefined,
    parents.includes(kind) ? { act: 'below', ...(proposed ? waits : may.change ? {} : ({ why: 'onlyThose' } as const)) } : undefined,
    movable.includes(kind) ? { act: 'move', ...(may.move ? {} : ({ why: 'onlyUpper' } as const)) } : undefined,
    kind === 'district'
      ? undefined
      : { act: 'end', ...(may.end ? {} : ({ why: 'onlyUpper', ...(union ? { article: 13 } : {}) } as const)) },
  ]
  return acts.filter((one) => one !== undefined)
}
