/** Two hundred mediations over eighteen months in seven streets, relative to today: the demonstration's cases. Always the same for the same day. */
import type { Now } from '#engine'
import { addDays, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { medAccept, medEnd } from '#law/parameters.ts'
import {
  demoFirms,
  demoHolders,
  demoNumber,
  demoPeople,
  demoStreets,
  demoWorkers,
  type FirmKey,
  firmKeys,
  type OrganisationKey,
  organisationId,
  type StreetKey,
} from '#registry/demo.ts'
import { demoFederations } from '#registry/demo/places.ts'
import { lastDayOf } from '../facts/windows.ts'
import { type Cast, qicheng, rider, ruiding, ruidingCommittee, type Someone, someone } from './cast.ts'
import { troubleOf } from './claims.ts'
import {
  brokenOff,
  byCourt,
  byReview,
  collectiveScript,
  courseOf,
  extendedUntil,
  hearingOn,
  heroScript,
  payableOn,
  waiting,
  waitingForDecision,
} from './courses.ts'
import { play, type Script, type Told } from './play.ts'

export interface DemoCase {
  /** The mediation body with which it began; a hand-over in the log moves it. */
  readonly owner: Id
  readonly log: readonly Told[]
}

const all = 200
/** Eighteen months. */
const daysBack = 540

type Body = Pick<Cast, 'body' | 'clerk' | 'mediator' | 'upper'>
type Stage = Omit<Cast, keyof Trouble>
type Trouble = ReturnType<typeof troubleOf>

/** The cases as they stand today, oldest first. */
export function demoCases(now: Now): readonly DemoCase[] {
  const stages = stagesOf()
  const placed = placedCases(stages, now)
  const past = Array.from({ length: all - placed.length }, (_, n) =>
    pastCase(stages[(n * 7) % stages.length]!, n, all - placed.length, now),
  )
  return [...past, ...placed].filter((one) => one.log.length > 0).toSorted((a, b) => (a.log[0]!.on < b.log[0]!.on ? -1 : 1))
}

/** Spread over the months without a pattern that the eye sees: one each few days, shifted by up to two. */
function pastCase(stage: Stage, n: number, of: number, now: Now): DemoCase {
  const seed = `mediation ${n}`
  const back = 17 + Math.floor(((of - 1 - n) * (daysBack - 17)) / of) + demoNumber(`shift ${seed}`, 3)
  const start = addDays(now.today, -back)
  const cast = castOf(stage, seed, start)
  return told(courseOf(seed, cast.firm.kind === 'platform'), cast, start, now)
}

const castOf = (stage: Stage, seed: string, on: Day): Cast => ({ ...stage, ...troubleOf(seed, on, stage.firm.kind === 'platform') })
const told = (script: Script, cast: Cast, start: Day, now: Now): DemoCase => ({ owner: cast.body.id, log: play(script, cast, start, now) })

/** Cases put where something is due: decisions, hearings and last days of today and of the days to come. */
function placedCases(stages: readonly Stage[], now: Now): readonly DemoCase[] {
  const { today } = now
  const firms = stages.filter((one) => one.firm.kind === 'employer')
  const inBaiyang = firms.filter((one) => one.body.id === organisationId('baiyangCentre'))
  let next = 3
  const at = (script: Script, back: number, among: readonly Stage[] = firms): DemoCase => {
    next += 11
    const start = addDays(today, -back)
    return told(script, castOf(among[next % among.length]!, `placed ${next}`, start), start, now)
  }
  const atRuiding: Stage = {
    ...firms.findLast((one) => one.firm.id === organisationId('ruiding'))!,
    body: ruidingCommittee,
    clerk: demoPeople.maChunyan,
    mediator: demoPeople.maChunyan,
    upper: demoPeople.zhouMin,
  }
  const atFreight: Stage = { ...firms.findLast((one) => one.firm.id === organisationId('tengda'))!, ...industryBody('tengda')! }
  const in15 = backFor((start) => lastDayOf(medEnd, start, now), today)
  const in3 = backFor((start) => lastDayOf(medAccept, start, now), today)
  return [
    // 陈国强 has not yet said whether he can come: it is the first thing his phone asks him.
    told(
      hearingOn(addDays(today, 2), 0).filter((one) => one.step !== 'answerHearing' || one.by !== 'worker'),
      { ...qicheng, stillEmployed: true },
      addDays(today, -6),
      now,
    ),
    told(heroScript, { ...qicheng, worker: demoPeople.huDehua }, addDays(today, -47), now),
    told(collectiveScript, ruiding, addDays(today, -5), now),
    told(hearingOn(addDays(today, 3), 2), { ...rider, claim: 'platformDeduction' }, addDays(today, -4), now),
    ...[0, 1, 2, 3].map((n) => at(hearingOn(addDays(today, Math.floor(n / 2)), n), 7 + n)),
    ...[4, 5, 6, 7, 8].map((n) => at(hearingOn(addDays(today, n - 2), n), 4 + (n % 3))),
    ...in3.map((back, n) => at(n % 2 ? waiting : waitingForDecision, back)),
    ...[0, 0, 1, 1].map((back) => at(waitingForDecision.slice(0, back ? 2 : 1), back)),
    ...in15.map((back) => at(hearingOn(addDays(today, -2), back), back)),
    ...[9, 10, 11, 12, 13].map((back) => at(hearingOn(addDays(today, -1), back), back)),
    // What the people of the demonstration find on their desks today, whichever day it is.
    at(payableOn(addDays(today, -2)), 17, inBaiyang),
    at(extendedUntil(today), 20, inBaiyang),
    at(payableOn(today), 15, inBaiyang),
    at(hearingOn(today, 3), 8, inBaiyang),
    at(hearingOn(addDays(today, 1), 1), 6, inBaiyang),
    at(hearingOn(addDays(today, 1), 2), 5, [atRuiding]),
    at(hearingOn(addDays(today, 4), 0), 5, [atFreight]),
    at(byReview('freight', false), 28, [atFreight]),
    at(brokenOff, 33),
    at(byCourt('court', false), 30),
    at(byReview('review', false), 25),
    at(extendedUntil(today), 22),
    at(extendedUntil(addDays(today, 4)), 18),
    ...[0, 1, 3, 5, 9].map((ahead) => at(payableOn(addDays(today, ahead)), 16 + ahead)),
  ]
}

/** How many days back a clock must have started to end on one of the next few days: at most one for each. */
function backFor(last: (start: Day) => Day, today: Day): readonly number[] {
  return [0, 1, 2, 3].flatMap((ahead) => {
    const wanted = addDays(today, ahead)
    const back = Array.from({ length: 24 }, (_, n) => n + 1).find((n) => last(addDays(today, -n)) === wanted)
    return back === undefined ? [] : [back]
  })
}

/** Every worker of the demonstration with their firm and the body that mediates for it, in turns through the streets. */
function stagesOf(): readonly Stage[] {
  const reserved: ReadonlySet<Id> = new Set([
    demoPeople.chenGuoqiang.id,
    ...ruiding.colleagues.map((one) => one.id),
    ruiding.worker.id,
    rider.worker.id,
    demoPeople.huDehua.id,
  ])
  const workers = Map.groupBy(
    demoWorkers().filter((one) => !reserved.has(one.id)),
    (one) => one.at,
  )
  const rounds = [0, 1, 2, 3].flatMap((n) =>
    firmKeys.flatMap((key) => {
      const worker = workers.get(key)?.[n]
      return worker ? [stageOf(key, someone(worker), n)] : []
    }),
  )
  const riders = (workers.get('fengsu') ?? []).map((one, n) => ({
    ...rider,
    worker: someone(one),
    ...centreOf(n % 2 ? 'xiasha' : 'baiyang', n),
    street: demoStreets[n % 2 ? 'xiasha' : 'baiyang'],
  }))
  return [...rounds, ...riders]
}

function stageOf(key: FirmKey, worker: Someone, n: number): Stage {
  const firm = demoFirms[key]
  return {
    worker,
    colleagues: [],
    firm: { id: organisationId(key), name: firm.name, kind: 'employer' },
    forFirm: first(key, 'firmRepresentative'),
    street: demoStreets[firm.street],
    ...((n === 1 && ownBody(key)) || (n === 2 && industryBody(key)) || centreOf(firm.street, demoNumber(`centre ${key} ${n}`, 3))),
  }
}

function centreOf(street: StreetKey, n: number): Body {
  const at: OrganisationKey = `${street}Centre`
  const mediators = holders(at, 'mediator')
  return {
    body: { id: organisationId(at), name: `${demoStreets[street]}街道劳动争议调解中心` },
    clerk: first(at, 'mediationClerk'),
    mediator: mediators[n % mediators.length]!,
    upper: demoPeople.wuJianfang,
  }
}

/** The firm's own committee, where there is one with people in it. */
function ownBody(key: FirmKey): Body | undefined {
  const mediator = holders(`${key}Committee`, 'mediator')[0]
  const chair = holders(`${key}Union`, 'unionChair')[0]
  if (!mediator || !chair) return undefined
  const body = { id: organisationId(`${key}Committee`), name: `${demoFirms[key].name}劳动争议调解委员会` }
  return { body, clerk: chair, mediator, upper: first(demoFirms[key].street, 'viceChair') }
}

function industryBody(key: FirmKey): Body | undefined {
  const { sector } = demoFirms[key]
  if (sector !== 'freight' && sector !== 'biomedicine' && sector !== 'autoParts') return undefined
  const at: OrganisationKey = `${sector}Committee`
  return {
    body: { id: organisationId(at), name: demoFederations[sector].body },
    clerk: first(at, 'mediationClerk'),
    mediator: first(at, 'mediator'),
    upper: first(`${sector}Federation`, 'chair'),
  }
}

type Kind = Parameters<typeof demoHolders>[1]
const asked = new Map<string, readonly Someone[]>()
/** Each question to the demonstration's registry is asked once: it makes all its people anew for every answer. */
function holders(at: OrganisationKey, kind: Kind): readonly Someone[] {
  const key = `${at} ${kind}`
  const known = asked.get(key) ?? demoHolders(at, kind).map(someone)
  asked.set(key, known)
  return known
}

const first = (at: OrganisationKey, kind: Kind): Someone => {
  const holder = holders(at, kind)[0]
  if (!holder) throw new Error(`nobody is ${kind} at ${at}`)
  return holder
}
