/** The board of a campaign as a table that Excel and WPS open: the same rows, filter and order as on the screen. */
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Text } from '#kernel/text.ts'
import type { Caller } from '#platform/caller.ts'
import type { ExportColumn, ExportTable, ExportValue } from '#platform/workbook/write-workbook.server.ts'
import { cursorText } from '#registry/routes/wire.ts'
import type { Engine } from '../../routes/engine.server.ts'
import { itemRows, itemWire, type Showing } from './board.server.ts'
import type { CampaignItemWire } from '../campaign-wire.ts'
import type { CampaignMechanism } from '../compose.server.ts'
import { stateTitles } from './state-titles.ts'

type Say = (text: Text) => string
interface Column {
  readonly title: Text
  readonly kind: ExportColumn['kind']
  readonly width?: number
  readonly value: (item: CampaignItemWire, say: Say) => ExportValue
}

const column = (zh: string, en: string, value: Column['value'], kind: Column['kind'] = 'text', width?: number): Column => ({
  title: { zh, en },
  kind,
  value,
  ...(width ? { width } : {}),
})

const columnsOf = (m: CampaignMechanism): readonly Column[] => [
  column('企业', 'Firm', (item) => item.firm, 'text', 36),
  column('所属', 'Unit', (item) => item.unit, 'text', 14),
  column('工会', 'Union', (item) => item.owner, 'text', 36),
  column('走到哪里', 'Where it stands', (item, say) => say(standing(m, item)), 'text', 14),
  column('案号', 'Case number', (item) => item.case?.number, 'text', 24),
  column('案件状态', 'State of the case', (item, say) => item.case && say(item.case.state), 'text', 14),
  column('下一时限', 'Next date', (item) => item.due?.last, 'day'),
  column('时限名称', 'What is due', (item, say) => item.due && say(item.due.title), 'text', 24),
  column('逾期', 'Overdue', (item, say) => (item.due?.overdue ? say({ zh: '是', en: 'yes' }) : ''), 'text', 8),
  column('催告次数', 'Reminders', (item) => item.reminders, 'number'),
  column('最近催告', 'Last reminder', (item) => item.remindedOn, 'day'),
  column('要点', 'In short', (item, say) => item.brief && say(item.brief), 'text', 40),
  column('没有发出的原因', 'Why it was not sent', (item, say) => item.says && say(item.says), 'text', 48),
]

/** The phase of the case, else what became of it before there was one. */
export const standing = (m: CampaignMechanism, item: CampaignItemWire): Text =>
  m.campaign.phases.find((phase) => phase.id === item.phase)?.title ?? stateTitles[item.state]

export function exportTable(
  engine: Engine,
  caller: Caller,
  m: CampaignMechanism,
  id: Id,
  show: Omit<Showing, 'limit' | 'after'>,
  today: Day,
  language: 'zh' | 'en',
): ExportTable {
  const say: Say = (text) => text[language]
  const columns = columnsOf(m)
  return {
    sheetName: say(m.campaign.title),
    columns: columns.map(({ title, kind, width }) => ({ title: say(title), kind, ...(width ? { width } : {}) })),
    rows: rowsOf(),
  }
  async function* rowsOf(): AsyncGenerator<readonly ExportValue[]> {
    let after: string | undefined
    do {
      const { rows, more } = await itemRows(engine, caller, m, id, { ...show, limit: 500, after }, today)
      for (const row of rows) {
        const item = itemWire(m, row, today)
        yield columns.map(({ value }) => value(item, say))
      }
      const last = more ? rows.at(-1) : undefined
      after = last && cursorText({ name: last.sort_name, id: last.firm_id })
    } while (after)
  }
}
