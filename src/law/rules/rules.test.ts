/** The rules are those of the law reference that were read, no more and no fewer, with their numbers, regions and articles. */
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import * as parameters from '../parameters.ts'
import { legalRules, ruleById, stemOf } from '../rules.ts'

/** id, region, length, unit, direction, article, how it was read. PIPL.PIA.KEEP is kept (至少保存三年); the reference's column says after. */
const read = `
UNION.FOUND.DUTY CN-ZJ 1 year after 6 R
UNION.PREPFUND.START CN-ZJ 1 month after 6 R
UNION.TERM CN 3|5 year after 16 R
UNION.DISTRICT.TERM CN 5 year after 16 R
UNION.TERM.EXTEND.MAX CN-ZJ 6 month after 10 R
UNION.MEETING.MIN CN-ZJ 1 year after 10 R
UNION.OFFICER.TIME CN-ZJ 3 workingDay within 33 R
UNION.FEE CN 1 month after 43 R
PAYORDER.ACCEPT CN 5 calendarDay after 225-228 R
PAYORDER.ISSUE CN 15 calendarDay after 225-228 R
PAYORDER.DEBTOR CN 15 calendarDay after 225-228 R
CB.REPLY.CN CN 20 calendarDay after 32 P
CB.REPLY.WAGE.CN CN 20 calendarDay after 17 R
CB.REPLY.ZJ CN-ZJ 10 workingDay after 7 R
CB.REPLY.WAGE.HZ CN-ZJ-HZ 10 workingDay after 24 R
CB.AGENDA CN-ZJ 7 calendarDay before 16 R
CB.DATA.WAGE.HZ CN-ZJ-HZ 7 workingDay before 25 R
CB.DATA.WAGE.CN CN 5 calendarDay before 18 R
CB.SUSPEND.WAGE.HZ CN-ZJ-HZ 30 calendarDay within 27 R
CB.SUSPEND.EQUAL.ZJ CN-ZJ 60 calendarDay within 29 R
CB.COMPLETE.WAGE.HZ CN-ZJ-HZ 60 calendarDay after 29 R
CB.TO_CONGRESS CN-ZJ 15 workingDay after 24 R
CB.TO_CONGRESS.WAGE.HZ CN-ZJ-HZ 15 workingDay after 28 R
CB.REVOTE CN-ZJ 5 workingDay after 24 R
CB.REP.REFILL CN 15 calendarDay after 31 P
CB.FILE.CN CN 10 calendarDay after 42 P
CB.FILE.WAGE.CN CN 7 calendarDay after 21 R
CB.FILE.ZJ CN-ZJ 10 calendarDay after 34 R
CB.FILE.WAGE.HZ CN-ZJ-HZ 10 calendarDay after 40 R
CB.REVIEW.SILENCE CN 15 calendarDay after 54 R
CB.PUBLISH.ZJ CN-ZJ 5 workingDay after 35 R
CB.PUBLISH.WAGE.HZ CN-ZJ-HZ 5 workingDay after 41 R
CB.PUBLISH.WAGE.CN CN 5 calendarDay after 23 R
CB.REPORT CN-ZJ 1 year after 37 R
CB.TERM CN-ZJ 1-3 year after 30 R
CB.RENEW.ZJ CN-ZJ 90 calendarDay window 30 R
CB.RENEW.CN CN 3 month window 38 P
CB.RENEW.WAGE.CN CN 60 calendarDay window 24 R
CB.TERMINATE.FILE CN-ZJ 5 workingDay after 33 R
CB.DISPUTE.COORD CN-ZJ 30 calendarDay after 39 R
CB.DISPUTE.COORD.EXT CN-ZJ 15 calendarDay after 39 R
CONS.REPLY CN 5 calendarDay after 10 R
MED.ACCEPT CN 3 workingDay after 22 R
MED.END.LAW CN 15 calendarDay after 14 R
MED.END.ZJ CN-ZJ 15 calendarDay after 10 R
MED.END.RULE17 CN 15 calendarDay after 29 R
MED.ARBREVIEW CN 15 calendarDay after 27 R
MED.ARBREVIEW.DECIDE CN 5 workingDay after 76-78 R
MED.JUDCONF CN 30 calendarDay after 205 R
ARB.LIMITATION CN 1 year after 27 R
ARB.LIMITATION.WAGE CN 1 year after 27 R
ARB.ACCEPT CN 5 workingDay after 29 R
ARB.SERVE CN 5 workingDay after 30 R
ARB.ANSWER CN 10 workingDay after 30 R
ARB.HEARING.NOTICE CN 5 workingDay before 35 R
ARB.HEARING.POSTPONE CN 3 workingDay before 35 R
ARB.AWARD CN 45 calendarDay after 43 R
ARB.AWARD.EXT CN 15 calendarDay after 43 R
ARB.SIMPLE CN-ZJ 30 calendarDay after 39 R
ARB.SUE.WORKER CN 15 calendarDay after 48 R
ARB.SUE.OTHER CN 15 calendarDay after 50 R
ARB.SETASIDE CN 30 calendarDay after 49 R
INSP.ACCEPT CN-ZJ 5 workingDay after 23 R
INSP.INVESTIGATE CN 60 workingDay after 17 R
INSP.INVESTIGATE.EXT CN 30 workingDay after 17 R
INSP.TIMEBAR CN 2 year after 20 R
SUP.NOTACCEPT CN-ZJ 5 workingDay after 17 R
SUP.FINDING.HZ CN-ZJ-HZ 20 calendarDay after 15 R
SUP.OPINION.HZ CN-ZJ-HZ 7 calendarDay after 16 R
SUP.REPLY.ZJ CN-ZJ 15 workingDay after 22 R
SUP.REPLY.HZ CN-ZJ-HZ 15 calendarDay after 16 R
DEM.SUGGEST.REPLY CN-ZJ 30 calendarDay after 23 R
DEM.MEETING CN-ZJ 1 year after 15 R
LAYOFF.NOTICE CN 30 calendarDay before 41 R
LAYOFF.REHIRE CN 6 month after 41 R
INJURY.EMPLOYER CN 30 calendarDay after 17 R
INJURY.UNION_WORKER CN 1 year after 17 R
INJURY.DECIDE CN 60 calendarDay after 20 R
INJURY.DECIDE.CLEAR CN 15 calendarDay after 20 R
WAGE.MINWAGE.PUBLISH CN 10 calendarDay after 11 R
MIGRANT.LABOURCOST.CYCLE CN 1 month after 24 R
MIGRANT.ACCOUNT.NOTICE CN 30 calendarDay before 27 R
MIGRANT.LEDGER CN 3 year keep 15 R
MIGRANT.LEDGER.SITE CN 3 year keep 28 R
ACC.REPORT CN 1 hour after 9 R
ACC.REPORT.UP CN 2 hour after 11 R
ACC.UPDATE CN 30 calendarDay after 13 R
ACC.UPDATE.TRAFFIC_FIRE CN 7 calendarDay after 13 R
ACC.INQUIRY CN 60 calendarDay after 29 R
ACC.REPLY CN 15 calendarDay after 32 R
ACC.REMEDY.EVAL CN 1 year after 86 R
PETITION.DECIDE CN 60 calendarDay after 34 R
PETITION.EXT CN 30 calendarDay after 34 R
PIPL.PIA.KEEP CN 3 year keep 56 R
PIPL.BREACH CN 0 calendarDay after 57 R
NETDATA.NATSEC CN 24 hour after 10 R
NETINCIDENT.MAJOR CN 4 hour after 4 P
LOG.KEEP CN 6 month keep 21 R
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Reported in the news or remembered: never law. */
const notLaw = ['MED.NEWFORM', 'SUP.REMINDER', 'FOUNDING.LETTER', 'HARDSHIP.PUBLICITY', 'HONOUR.PUBLICITY']

const lengthSaid = (id: string): string => {
  const rule = ruleById(id)
  if (rule.alternatives) return rule.alternatives.map((one) => one.n).join('|')
  return rule.range ? `${rule.range.least.n}-${rule.range.most.n}` : String(rule.period.n)
}

describe('legal rules', () => {
  it('are exactly the rows that were read, each once', () => {
    expect(legalRules.map((rule) => rule.id).toSorted()).toEqual(read.map(([id]) => id).toSorted())
  })

  it.each(read)('%s holds in %s: %s %s, %s, article %s (%s)', (id, region, n, unit, direction, article, source) => {
    const rule = ruleById(id!)
    expect([rule.region, lengthSaid(rule.id), rule.period.unit, rule.direction, rule.law.article, rule.source]).toEqual([
      region,
      n,
      unit,
      direction,
      article,
      source,
    ])
  })

  it.each(notLaw)('%s is no rule', (id) => {
    expect(() => ruleById(id)).toThrow('no legal rule')
  })

  it.each(legalRules.map((rule) => [rule.id, rule] as const))('%s cites words of its article and speaks both languages', (_, rule) => {
    expect(rule.law.quote.length).toBeGreaterThan(4)
    expect(rule.law.title.zh).not.toBe('')
    for (const words of [rule.title, rule.start, rule.law.short]) {
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(words.en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('marks what adds up, what comes anew every month, and at every level', () => {
    expect(legalRules.filter((rule) => rule.total).map((rule) => rule.id)).toEqual(['CB.SUSPEND.WAGE.HZ'])
    expect(legalRules.filter((rule) => rule.per).map((rule) => [rule.id, rule.per])).toEqual([
      ['UNION.OFFICER.TIME', 'month'],
      ['ACC.REPORT.UP', 'level'],
    ])
  })

  it('keeps three or five years apart from one to three', () => {
    expect(ruleById('UNION.TERM').alternatives).toEqual([
      { n: 3, unit: 'year' },
      { n: 5, unit: 'year' },
    ])
    expect(ruleById('CB.TERM').range).toEqual({ least: { n: 1, unit: 'year' }, most: { n: 3, unit: 'year' } })
  })
})

describe('parameters', () => {
  const all = Object.values(parameters)

  it('reach every rule but the city row that the province overrides', () => {
    const reached = new Set(all.flatMap((one) => one.rules.map((rule) => rule.id)))
    expect(legalRules.map((rule) => rule.id).filter((id) => !reached.has(id))).toEqual(['SUP.REPLY.HZ'])
  })

  it('have an id each, a stem or the id of their only row', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
    for (const one of all) expect(one.rules.some((rule) => stemOf(rule.id) === one.id || rule.id === one.id)).toBe(true)
  })

  it.each(all.map((one) => [one.id, one] as const))('%s is law in Hangzhou today', (_, one) => {
    expect(one.on(day('2026-11-22'), 'CN-ZJ-HZ').from <= '2026-11-22').toBe(true)
  })

  it('the nearest region governs', () => {
    const on = day('2026-09-28')
    expect(parameters.cbReply.on(on, 'CN-ZJ-HZ').id).toBe('CB.REPLY.ZJ')
    expect(parameters.cbReply.on(on, 'CN').id).toBe('CB.REPLY.CN')
    expect(parameters.cbReply.on(on, 'CN-JS').id).toBe('CB.REPLY.CN')
    expect(parameters.cbReplyWage.on(on, 'CN-ZJ-HZ').id).toBe('CB.REPLY.WAGE.HZ')
    expect(parameters.cbReplyWage.on(on, 'CN-ZJ').id).toBe('CB.REPLY.ZJ')
    expect(parameters.medEnd.on(on, 'CN-ZJ-HZ').id).toBe('MED.END.ZJ')
    expect(parameters.medEndFromAcceptance.on(on, 'CN-ZJ-HZ').id).toBe('MED.END.RULE17')
    expect(parameters.supReply.on(on, 'CN-ZJ-HZ').period).toEqual({ n: 15, unit: 'workingDay' })
  })

  it('no law is an error, never a default', () => {
    expect(() => parameters.unionFoundDuty.on(day('2026-09-28'), 'CN')).toThrow('no law for CN')
    expect(() => parameters.medAccept.on(day('2011-12-31'), 'CN')).toThrow('no law')
    expect(parameters.medAccept.on(day('2012-01-01'), 'CN').id).toBe('MED.ACCEPT')
    expect(parameters.medAccept.find(day('2011-12-31'), 'CN')).toBeUndefined()
  })
})
