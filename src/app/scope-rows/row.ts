/** How a line of the proof of access is written: who there is, what is asked for, and what each must be answered. */
/** Somebody of each standing, and beside them the same standing elsewhere. */
export const everyone = [
  'anonymous',
  'worker',
  'otherWorker',
  'firm',
  'otherFirm',
  'mediator',
  'otherMediator',
  'street',
  'otherStreet',
  'union',
  'district',
  'bureau',
] as const
export type Who = (typeof everyone)[number]
export const desks: readonly Who[] = ['mediator', 'otherMediator', 'street', 'otherStreet', 'district']

export type ThingKind = 'organisation' | 'person' | 'post' | 'case' | 'attachment' | 'sharedAttachment' | 'paper'

/** Something with an owner. `seenBy`: those who may know of it, said by hand. `params`: how an address names it. */
export interface Thing {
  readonly kind: ThingKind
  readonly what: string
  readonly seenBy: readonly Who[]
  /** Those who may change it, where the registry asks for more than seeing. */
  readonly governedBy?: readonly Who[]
  readonly params: Readonly<Record<string, string>>
}

export interface Call {
  readonly what: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly payload?: unknown
  /** Answers without end (live events): only its beginning is looked at. */
  readonly endless?: boolean
  readonly answer: (who: Who) => number
  /** A list, read to its end, has exactly the things of this kind that the caller may know of (and things the proof does not know). */
  readonly lists?: ThingKind
}
export type Asked = Omit<Call, 'answer' | 'what' | 'params'> & {
  readonly what?: string
  readonly params?: Readonly<Record<string, string>>
}
export type Row = (things: readonly Thing[]) => readonly Call[]

/** Open to everyone. Where the call asks for something impossible, 400 shows that the door itself is open. */
export const anyone =
  (asked: Asked = {}, answer = 200): Row =>
  () => [{ what: '', ...asked, answer: () => answer }]

export const signedIn =
  (asked: Asked = {}, answer = 200): Row =>
  () => [{ what: '', ...asked, answer: (who) => (who === 'anonymous' ? 401 : answer) }]

/** Those named get `answer`, others who are signed in 403. */
export const only =
  (may: readonly Who[], asked: Asked = {}, answer = 200): Row =>
  () => [{ what: '', ...asked, answer: (who) => (who === 'anonymous' ? 401 : may.includes(who) ? answer : 403) }]

/** Once for each thing of the kind: 404 for whoever may not know of it. */
export const eachSeen =
  (kind: ThingKind, asked: (thing: Thing) => Asked = () => ({}), answer = 200): Row =>
  (things) =>
    ofKind(things, kind).map((thing) => ({
      what: thing.what,
      params: thing.params,
      ...asked(thing),
      answer: (who) => (who === 'anonymous' ? 401 : thing.seenBy.includes(who) ? answer : 404),
    }))

/** Once for each thing: 404 unseen, 403 seen but not governed, else `answer`. */
export const eachGoverned =
  (kind: ThingKind, asked: (thing: Thing) => Asked, answer: number): Row =>
  (things) =>
    ofKind(things, kind).map((thing) => ({
      what: thing.what,
      params: thing.params,
      ...asked(thing),
      answer: (who) => {
        if (who === 'anonymous') return 401
        if (!thing.seenBy.includes(who)) return 404
        return thing.governedBy?.includes(who) ? answer : 403
      },
    }))

const ofKind = (things: readonly Thing[], kind: ThingKind): readonly Thing[] => {
  const found = things.filter((thing) => thing.kind === kind)
  if (found.length === 0) throw new Error(`the proof knows no ${kind}`)
  return found
}

/** Days and ids that nothing has, and a body that no route takes: they show that the door is open without doing anything. */
export const impossible = '2001-01-01'
export const nobody = '00000000-0000-7000-8000-000000000000'
export const wrong = { payload: 'not what it takes' }
