/** What one firm would be sent, made by the same functions that will make it: the input, and its papers before they have a number. */
import type { Id } from '#kernel/id.ts'
import type { Caller } from '#platform/caller.ts'
import { notFound } from '#platform/problem.ts'
import { houseScope } from '#platform/row-scope.ts'
import type { PrintedPaper } from '../papers/printed-paper.ts'
import type { Engine } from '../routes/engine.server.ts'
import type { Entry, Now } from '../run.ts'
import { read, stepOf } from '../run.ts'
import { writePapers } from '../store/papers.server.ts'
import { itemRows, itemWire } from './board/board.server.ts'
import type { CampaignPreviewWire } from './campaign-wire.ts'
import { type CampaignMechanism, entryFor, filledFor } from './compose.server.ts'
import type { CampaignRow } from './drafts.server.ts'
import { candidatesOf } from './targets.server.ts'

interface Asked {
  readonly row: CampaignRow
  readonly m: CampaignMechanism
  readonly firm: Id
  readonly now: Now
}

interface Kept {
  readonly owner_id: Id | null
  readonly by_role: string | null
  readonly recorded_by: string | null
  readonly input: unknown
}

/** The papers as they would be written today; numbers are given when it is issued. */
async function drafts(
  engine: Engine,
  caller: Caller,
  { row, m, firm, now }: Asked,
): Promise<{ readonly entry?: Entry; readonly papers: readonly PrintedPaper[] }> {
  return await engine.db.within(houseScope(caller.district), async (q) => {
    const [kept] = await q<Kept>(
      'select owner_id, by_role, recorded_by, input from campaign_item where district_id = $1 and campaign_id = $2 and firm_id = $3',
      [caller.district, row.id, firm],
    )
    const [one] = await candidatesOf(q, caller.district, m, [firm], now.today)
    if (!kept?.by_role || !one?.owner || one.owner.id !== kept.owner_id) return { papers: [] }
    const acting = { by: kept.by_role, input: kept.input, ...(kept.recorded_by ? { recordedBy: kept.recorded_by } : {}) }
    const composing = { m, common: row.common, now, issuer: row.issuer_name, lookups: engine.lookups, caller }
    const filled = await filledFor(q, composing, one.owner, entryFor(composing, acting))
    const input = read(m.procedure, stepOf(m.procedure, filled.step), filled.input)
    if ('faults' in input) return { papers: [] }
    const entry = { ...filled, input: input.value }
    const number = async (series: string, year: number) => `${series}〔${year}〕　号`
    const papers = await writePapers(number, m, [entry], now, one.owner, { id: row.id, number: '', papers: [] })
    return {
      entry,
      papers: papers.map((paper) => ({
        title: paper.title,
        ...(paper.number ? { number: paper.number } : {}),
        issuer: paper.issuer,
        body: paper.body,
        code: '',
        verifyUrl: '',
        hash: '',
        draft: true,
        on: now.today,
      })),
    }
  })
}

export async function previewOf(engine: Engine, caller: Caller, asked: Asked): Promise<CampaignPreviewWire> {
  const { m, row, firm, now } = asked
  const { rows } = await itemRows(engine, caller, m, row.id, { firm, limit: 1 }, now.today)
  const [item] = rows
  if (!item) throw notFound()
  const wire = itemWire(m, item, now.today)
  if (item.state === 'opened') return { ...wire, papers: [] }
  const { entry, papers } = await drafts(engine, caller, asked)
  return {
    ...wire,
    ...(entry ? { input: entry.input } : {}),
    papers: papers.map(({ title, body }) => ({ title: { zh: title, en: m.en.papers[paperId(m, title)] ?? title }, body })),
  }
}

const paperId = (m: CampaignMechanism, title: string): string =>
  stepOf(m.procedure, m.campaign.step).papers?.find((paper) => paper.title === title)?.id ?? ''

/** The papers as a file would show them, marked as drafts. */
export async function draftPapers(engine: Engine, caller: Caller, asked: Asked): Promise<readonly PrintedPaper[]> {
  const { rows } = await itemRows(engine, caller, asked.m, asked.row.id, { firm: asked.firm, limit: 1 }, asked.now.today)
  const papers = rows[0] && rows[0].state !== 'opened' ? (await drafts(engine, caller, asked)).papers : []
  if (papers.length === 0) throw notFound()
  return papers
}
